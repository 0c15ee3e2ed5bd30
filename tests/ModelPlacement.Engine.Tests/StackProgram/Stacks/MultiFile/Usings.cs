global using Pulumi;
global using static Acme.Infrastructure.Naming;
global using Bucket = Pulumi.Aws.S3.Bucket;
