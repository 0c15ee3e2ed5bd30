return await Pulumi.Deployment.RunAsync<Acme.Infrastructure.AiStack>();
