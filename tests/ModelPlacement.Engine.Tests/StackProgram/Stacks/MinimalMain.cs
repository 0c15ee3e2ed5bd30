using Pulumi;
using Pulumi.Aws.Bedrock;

namespace Acme.Infrastructure
{
    internal static class EntryPoint
    {
        private static int Main() => Deployment.RunAsync(Define).GetAwaiter().GetResult();

        private static IDictionary<string, object> Define()
        {
            var agents = new Dictionary<string, object>();
            string[,] table = { { "faq", "amazon.nova-micro-v1:0" }, { "legal", "openai.gpt-oss-120b-1:0" } };
            for (var row = 0; row < table.GetLength(0); row++)
                agents[table[row, 0]] = Agent(table[row, 0], table[row, 1]).AgentArn;
            return agents;
        }

        private static AgentAgent Agent(string name, string model)
        {
            var instruction = new System.Text.StringBuilder("You are ").Append(name).Append('.');
            instruction.AppendFormat(" Model {0}.", model.Split(':')[0]);
            return new AgentAgent(name, new AgentAgentArgs { AgentName = name, FoundationModel = model, AgentResourceRoleArn = "arn:aws:iam::1:role/r", Instruction = instruction.ToString() });
        }
    }
}
