using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>Images, variables and arguments, and what they run.</summary>
public sealed class WorkloadReaderTests
{
    public static IEnumerable<object[]> Containers() => Table.Rows(
        """
        # image                                        | environment                        | arguments                                           | kind   | engine | names                                | port
        # vLLM
        vllm/vllm-openai:latest                        |                                    | --model openai/gpt-oss-20b                          | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai:v0.10.1                       |                                    | --model=openai/gpt-oss-20b --port 9000              | Server | vLLM | huggingface openai/gpt-oss-20b         | 9000
        vllm/vllm-openai                               |                                    | --port=9000 --model openai/gpt-4o                   | Server | vLLM | huggingface openai/gpt-4o              | 9000
        docker.io/vllm/vllm-openai@sha256:abc          |                                    | serve openai/gpt-oss-120b --tensor-parallel-size 2  | Server | vLLM | huggingface openai/gpt-oss-120b        | 8000
        123456789012.dkr.ecr.us-east-1.amazonaws.com/docker-hub/vllm/vllm-openai:v1 | | --model openai/gpt-oss-20b                    | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        mirror.acme.example:5000/vllm/vllm-openai      |                                    | openai/gpt-oss-20b                                  | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai-rocm:latest                   |                                    | --model openai/gpt-oss-20b                          | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        registry.redhat.io/rhaiis/vllm-cuda-rhel9:3    |                                    | --model openai/gpt-oss-20b                          | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        763104351884.dkr.ecr.us-east-1.amazonaws.com/vllm:0.9-gpu-py312-sagemaker-v1 | SM_VLLM_MODEL=openai/gpt-oss-20b | | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        us-docker.pkg.dev/vertex-ai/vertex-vision-model-garden-dockers/pytorch-vllm-serve:1 | MODEL_ID=openai/gpt-oss-20b | | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai                               |                                    | --enable-auto-tool-choice serve openai/gpt-4o       | Server | vLLM | huggingface openai/gpt-4o              | 8000
        vllm/vllm-openai                               |                                    | --served-model-name gpt-4o --model meta-llama/Llama-3.1-8B | Server | vLLM | huggingface meta-llama/Llama-3.1-8B; alias huggingface gpt-4o | 8000
        vllm/vllm-openai                               |                                    | --model <?>                                         | Server | vLLM | huggingface ?                          | 8000
        vllm/vllm-openai                               |                                    |                                                     | Server | vLLM |                                        | 8000
        vllm/vllm-openai                               | MODEL=openai/gpt-4o                | --model openai/gpt-oss-20b                          | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai                               |                                    | vllm serve openai/gpt-oss-20b                       | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai                               |                                    | python3 -m vllm.entrypoints.openai.api_server --model openai/gpt-oss-20b --port 80 | Server | vLLM | huggingface openai/gpt-oss-20b | 80
        vllm/vllm-openai                               |                                    | /bin/sh -c "vllm serve openai/gpt-oss-20b --port 8080" | Server | vLLM | huggingface openai/gpt-oss-20b      | 8080
        vllm/vllm-openai                               | MODEL=openai/gpt-oss-20b           | bash -lc "exec vllm serve $MODEL"                   | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai                               |                                    | sleep infinity                                      | Other  | -    |                                        | -
        nvidia/cuda:12.4.0-base                        |                                    | python -m vllm.entrypoints.openai.api_server --model openai/gpt-oss-20b | Server | vLLM | huggingface openai/gpt-oss-20b | 8000
        -                                              |                                    | /usr/local/bin/vllm serve --port 8001 openai/gpt-oss-20b | Server | vLLM | huggingface openai/gpt-oss-20b    | 8001
        -                                              |                                    | vllm bench throughput --model openai/gpt-oss-20b    | Other  | -    |                                        | -
        # a command line in one word, an option with its value in one, variables that arguments name
        vllm/vllm-openai                               |                                    | "--model openai/gpt-oss-20b --port 9000"            | Server | vLLM | huggingface openai/gpt-oss-20b         | 9000
        vllm/vllm-openai                               |                                    | "--model openai/gpt-oss-20b" --port 9000            | Server | vLLM | huggingface openai/gpt-oss-20b         | 9000
        vllm/vllm-openai                               |                                    | --host 0.0.0.0 "--model openai/gpt-oss-20b"         | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        acme/base                                      |                                    | "vllm serve openai/gpt-oss-20b --port 9000"         | Server | vLLM | huggingface openai/gpt-oss-20b         | 9000
        -                                              |                                    | "pip install vllm && vllm serve openai/gpt-oss-20b" | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        -                                              | MODEL=openai/gpt-oss-20b           | "vllm serve $MODEL"                                 | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai                               | LLM=openai/gpt-oss-20b             | --model $(LLM)                                      | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai                               |                                    | "sleep infinity"                                    | Other  | -    |                                        | -
        # Hugging Face
        ghcr.io/huggingface/text-generation-inference:3 |                                   | --model-id openai/gpt-oss-20b                       | Server | Text Generation Inference | huggingface openai/gpt-oss-20b | 80
        ghcr.io/huggingface/text-generation-inference:3 | MODEL_ID=openai/gpt-oss-20b,PORT=8080 |                                                  | Server | Text Generation Inference | huggingface openai/gpt-oss-20b | 8080
        763104351884.dkr.ecr.eu-west-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.4 | HF_MODEL_ID=openai/gpt-oss-20b | | Server | Text Generation Inference | huggingface openai/gpt-oss-20b | 80
        763104351884.dkr.ecr.eu-west-1.amazonaws.com/huggingface-pytorch-inference:2.1 | HF_MODEL_ID=openai/whisper-large-v3,HF_TASK=asr | | Server | Hugging Face inference container | huggingface openai/whisper-large-v3 | 8080
        us-docker.pkg.dev/deeplearning-platform-release/gcr.io/huggingface-text-generation-inference-cu124:1 | MODEL_ID=google/gemma-2-9b-it | | Server | Text Generation Inference | huggingface google/gemma-2-9b-it | 80
        ghcr.io/huggingface/text-embeddings-inference:1.5 | MODEL_ID=BAAI/bge-m3            |                                                     | Server | Text Embeddings Inference | huggingface BAAI/bge-m3     | 80
        -                                              |                                    | text-generation-launcher --model-id openai/gpt-oss-20b | Server | Text Generation Inference | huggingface openai/gpt-oss-20b | 80
        kserve/huggingfaceserver:latest                |                                    | --model_id=openai/gpt-oss-20b --model_name=gpt-4o   | Server | KServe Hugging Face server | huggingface openai/gpt-oss-20b; alias huggingface gpt-4o | 8080
        # SGLang, LMI, Triton, TensorRT-LLM
        lmsysorg/sglang:latest                         |                                    | python3 -m sglang.launch_server --model-path openai/gpt-oss-120b --port 30001 | Server | SGLang | huggingface openai/gpt-oss-120b | 30001
        763104351884.dkr.ecr.us-east-1.amazonaws.com/sglang:1 | SM_SGLANG_MODEL_PATH=openai/gpt-oss-20b |                         | Server | SGLang | huggingface openai/gpt-oss-20b       | 30000
        763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference:0.33.0-lmi15.0.0-cu128 | HF_MODEL_ID=openai/gpt-oss-20b,OPTION_TENSOR_PARALLEL_DEGREE=1 | | Server | DJL Serving (LMI) | huggingface openai/gpt-oss-20b | 8080
        deepjavalibrary/djl-serving:lmi                | OPTION_MODEL_ID=openai/gpt-oss-20b |                                                     | Server | DJL Serving (LMI) | huggingface openai/gpt-oss-20b      | 8080
        nvcr.io/nvidia/tritonserver:24.05-py3          |                                    | tritonserver --model-repository=s3://acme/models/gpt-oss-20b | Server | Triton | path s3://acme/models/gpt-oss-20b | 8000
        nvcr.io/nvidia/tensorrt-llm/release:1.0        |                                    | trtllm-serve openai/gpt-oss-20b --port 8000         | Server | TensorRT-LLM | huggingface openai/gpt-oss-20b     | 8000
        # images that are models
        nvcr.io/nim/openai/gpt-oss-20b:latest          | NGC_API_KEY=x                      |                                                     | Server | NVIDIA NIM | image nvcr.io/nim/openai/gpt-oss-20b:latest | 8000
        nvcr.io/nim/meta/llama-3.1-8b-instruct         | NIM_SERVED_MODEL_NAME=gpt-4o       |                                                     | Server | NVIDIA NIM | image nvcr.io/nim/meta/llama-3.1-8b-instruct; alias huggingface gpt-4o | 8000
        ai/gpt-oss                                     |                                    |                                                     | Server | Docker Model Runner | image ai/gpt-oss             | 12434
        registry.redhat.io/rhelai1/modelcar-gpt-oss-20b:1 |                                 |                                                     | Server | Model image | image registry.redhat.io/rhelai1/modelcar-gpt-oss-20b:1 | -
        # Ollama, llama.cpp, LocalAI
        ollama/ollama                                  |                                    | serve                                               | Server | Ollama | | 11434
        ollama/ollama:0.11                             |                                    | run gpt-oss:20b                                     | Server | Ollama | ollama gpt-oss:20b                   | 11434
        ollama/ollama                                  |                                    | /bin/sh -c "ollama serve & sleep 5; ollama pull gpt-oss:20b; wait" | Server | Ollama | ollama gpt-oss:20b    | 11434
        ollama/ollama                                  | OLLAMA_MODEL=llama3.1              |                                                     | Server | Ollama | ollama llama3.1                      | 11434
        alpine/ollama                                  | OLLAMA_HOST=0.0.0.0                | run llama3 hello                                    | Server | Ollama | ollama llama3                        | 11434
        ghcr.io/ggml-org/llama.cpp:server-cuda         |                                    | -hf ggml-org/gpt-oss-20b-GGUF --port 8000 --host 0.0.0.0 | Server | llama.cpp | huggingface ggml-org/gpt-oss-20b-GGUF | 8000
        ghcr.io/ggml-org/llama.cpp:server              | LLAMA_ARG_HF_REPO=unsloth/gpt-oss-20b-GGUF |                                             | Server | llama.cpp | huggingface unsloth/gpt-oss-20b-GGUF | 8080
        ghcr.io/ggerganov/llama.cpp:server             |                                    | -m /models/gpt-oss-20b.gguf --alias gpt-4o          | Server | llama.cpp | huggingface /models/gpt-oss-20b.gguf; alias huggingface gpt-4o | 8080
        localai/localai:latest                         |                                    | gpt-oss-20b whisper-large                           | Server | LocalAI | any gpt-oss-20b; any whisper-large   | 8080
        quay.io/go-skynet/local-ai                     | MODELS=gpt-oss-20b                 |                                                     | Server | LocalAI | any gpt-oss-20b                      | 8080
        # others
        openmmlab/lmdeploy                             |                                    | lmdeploy serve api_server openai/gpt-oss-20b --server-port 23334 | Server | LMDeploy | huggingface openai/gpt-oss-20b | 23334
        xprobe/xinference                              |                                    | xinference launch --model-name gpt-oss --model-engine vllm | Server | Xinference | any gpt-oss                 | 9997
        onerahmet/openai-whisper-asr-webservice        | ASR_MODEL=large-v3                 |                                                     | Server | Whisper server | whisper-size large-v3           | 9000
        ghcr.io/speaches-ai/speaches                   | WHISPER__MODEL=Systran/faster-whisper-large-v3 |                                         | Server | Whisper server | whisper-size Systran/faster-whisper-large-v3 | 9000
        -                                              |                                    | python -m fastchat.serve.model_worker --model-path lmsys/vicuna-7b-v1.5 | Server | FastChat | huggingface lmsys/vicuna-7b-v1.5 | 8000
        # proxies
        ghcr.io/berriai/litellm:main-latest            |                                    | --model openai/gpt-4o                               | Proxy  | LiteLLM | litellm openai/gpt-4o                | 4000
        ghcr.io/berriai/litellm-database:main          |                                    | --model azure/gpt-4o --port 8000                    | Proxy  | LiteLLM | litellm azure/gpt-4o (azure)         | 8000
        ghcr.io/berriai/litellm                        | OPENAI_API_KEY=<?>                 | --config /app/config.yaml                           | Proxy  | LiteLLM | to https://api.openai.com/v1 (openai) | 4000
        ghcr.io/berriai/litellm                        | AZURE_API_BASE=https://acme.openai.azure.com | --model azure/gpt-4o                      | Proxy  | LiteLLM | litellm azure/gpt-4o (azure); to https://acme.openai.azure.com (azure) | 4000
        portkeyai/gateway:latest                       |                                    |                                                     | Proxy  | Portkey gateway |                              | 8787
        # clients
        ghcr.io/acme/app:1                             | OPENAI_API_KEY=<?>,OPENAI_MODEL=gpt-4o |                                                 | Client | -    | openai-api gpt-4o; artifact image ghcr.io/acme/app:1; to https://api.openai.com/v1 (openai) | -
        ghcr.io/acme/app:1                             | OPENAI_API_KEY=<?>,OPENAI_BASE_URL=https://acme.openai.azure.com/openai/v1 |             | Client | -    | artifact image ghcr.io/acme/app:1; to https://acme.openai.azure.com/openai/v1 (azure) | -
        ghcr.io/acme/app:1                             | OPENAI_BASE_URL=http://vllm:8000/v1,OPENAI_API_KEY=none |                                | Client | -    | artifact image ghcr.io/acme/app:1; to http://vllm:8000/v1 | -
        ghcr.io/acme/app:1                             | OPENAI_BASE_URL=<?>                |                                                     | Client | -    | artifact image ghcr.io/acme/app:1; to ? | -
        ghcr.io/acme/app:1                             | AZURE_OPENAI_ENDPOINT=<?>,AZURE_OPENAI_DEPLOYMENT=gpt-4o |                               | Client | -    | azure gpt-4o (azure); artifact image ghcr.io/acme/app:1; to ? (azure) | -
        ghcr.io/acme/app:1                             | BEDROCK_MODEL_ID=openai.gpt-5.5    |                                                     | Client | -    | bedrock openai.gpt-5.5 (aws); artifact image ghcr.io/acme/app:1 | -
        ghcr.io/open-webui/open-webui:main             | OPENAI_API_BASE_URL=https://api.openai.com/v1 |                                          | Client | Open WebUI | to https://api.openai.com/v1 (openai) | 8080
        ghcr.io/acme/app:1                             | OPENAI_API_KEY=<?>,MODEL_NAME=gpt-4o |                                                   | Client | -    | any gpt-4o; artifact image ghcr.io/acme/app:1; to https://api.openai.com/v1 (openai) | -
        ghcr.io/acme/api:1                             | OpenAI__ApiKey=<?>,OpenAI__Model=gpt-4o |                                                     | Client | -    | openai-api gpt-4o; artifact image ghcr.io/acme/api:1; to https://api.openai.com/v1 (openai) | -
        ghcr.io/acme/api:1                             | OpenAI:ApiKey=<?>,OpenAI:Endpoint=https://acme.openai.azure.com/ |                                                     | Client | -    | artifact image ghcr.io/acme/api:1; to https://acme.openai.azure.com/ (azure) | -
        ghcr.io/acme/api:1                             | AzureOpenAI__Endpoint=<?>,AzureOpenAI__DeploymentName=gpt-4o |                                                     | Client | -    | azure gpt-4o (azure); artifact image ghcr.io/acme/api:1; to ? (azure) | -
        ghcr.io/acme/api:1                             | Assistant__Azure__OpenAI__Key=<?>  |                                                     | Client | -    | artifact image ghcr.io/acme/api:1; to ? (azure) | -
        ghcr.io/acme/api:1                             | Bedrock__ModelId=openai.gpt-5.5    |                                                     | Client | -    | bedrock openai.gpt-5.5 (aws); artifact image ghcr.io/acme/api:1 | -
        ghcr.io/acme/api:1                             | openai_api_key=<?>,LLM_MODEL=gpt-4o |                                                     | Client | -    | any gpt-4o; artifact image ghcr.io/acme/api:1; to https://api.openai.com/v1 (openai) | -
        ghcr.io/acme/api:1                             | OpenAI__Enabled=true,Payments__ApiKey=<?>,Features__OpenAI=true |                                                     | Other  | -    | artifact image ghcr.io/acme/api:1    | -
        # images of one's own
        ghcr.io/acme/server:1                          | HF_MODEL_ID=openai/gpt-4o          |                                                     | Server | -    | huggingface openai/gpt-4o; artifact image ghcr.io/acme/server:1 | -
        ghcr.io/acme/server:1                          | MODEL_NAME=gpt-4o                  |                                                     | Other  | -    | any gpt-4o; artifact image ghcr.io/acme/server:1 | -
        ghcr.io/acme/server:1                          | LLM_MODEL=<?>                      |                                                     | Other  | -    | any ?; artifact image ghcr.io/acme/server:1 | -
        ghcr.io/acme/support-gpt:1                     |                                    |                                                     | Other  | -    | artifact image ghcr.io/acme/support-gpt:1 | -
        nginx:1.27                                     | GREETING=gpt-4o                    | nginx -g daemon                                     | Other  | -    | artifact image nginx:1.27            | -
        -                                              | HF_MODEL_ID=openai/gpt-oss-20b     |                                                     | Server | -    | huggingface openai/gpt-oss-20b       | -
        -                                              | SERVED_MODEL_NAME=gpt-4o           |                                                     | Server | -    | alias any gpt-4o                     | -
        -                                              |                                    |                                                     | Other  | -    |                                      | -
        # pieces that are not known
        <?>/vllm/vllm-openai:<?>                       |                                    | --model openai/gpt-oss-20b                          | Server | vLLM | huggingface openai/gpt-oss-20b         | 8000
        vllm/vllm-openai                               |                                    | <?> openai/gpt-oss-20b                              | Server | vLLM | huggingface ?                          | 8000
        """, 7);

    [Theory]
    [MemberData(nameof(Containers))]
    public void Container_runs(string image, string environment, string arguments, string kind, string engine, string names, string port)
    {
        var workload = WorkloadReader.Read(Source(image, environment, arguments));

        Assert.Equal((kind, engine, names, port), (workload.Kind.ToString(), workload.Engine ?? "-", Named(workload), workload.Port?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"));
    }

    [Fact]
    public void A_mention_says_where_it_stands()
    {
        var workload = WorkloadReader.Read(new WorkloadSource
        {
            Image = "vllm/vllm-openai",
            Environment = [new("HF_MODEL_ID", "x"), new("SERVED_MODEL_NAME", "gpt-4o")],
            Arguments = ["--port", "80", "--model", "openai/gpt-oss-20b"],
        });

        Assert.Equal([("argument --model", 3, null), ("environment variable SERVED_MODEL_NAME", null, "SERVED_MODEL_NAME")],
            workload.Mentions.Select(static mention => (mention.Where, mention.ArgumentIndex, mention.EnvironmentName)));
        Assert.Contains("the image is vLLM", workload.Reasons);
    }

    [Theory]
    [InlineData("azure/gpt-4o", "litellm", "azure")]
    [InlineData("bedrock/openai.gpt-5.5", "litellm", "aws")]
    [InlineData("vertex_ai/gemini-2.5-pro", "openai-api", "gcp")]
    [InlineData("openai/gpt-4o", "litellm", null)]
    [InlineData("azure/gpt-4o", "huggingface", null)]
    public void A_gateways_prefix_says_who_serves(string raw, string dialect, string? cloud) => Assert.Equal(cloud, WorkloadReader.ServedBy(raw, dialect));

    internal static WorkloadSource Source(string image, string environment, string arguments) => new()
    {
        Image = image == "-" ? null : Holes(image),
        Environment = [.. environment.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Variable)],
        Arguments = [.. Words(arguments).Select(static word => word == "<?>" ? null : Holes(word))],
    };

    private static KeyValuePair<string, string?> Variable(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var value = text[(equals + 1)..];
        return new(text[..equals].Trim(), value == "<?>" ? null : Holes(value));
    }

    private static string Holes(string text) => text.Replace("<?>", WorkloadSource.UnknownPiece.ToString(), StringComparison.Ordinal);

    private static List<string> Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ' ' && !quoted)
            {
                if (word.Length > 0)
                    words.Add(word.ToString());
                word.Clear();
            }
            else
            {
                word.Append(character);
            }
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    internal static string Named(Workload workload) => string.Join("; ",
        workload.Mentions.Select(static mention =>
            (mention.Kind == MentionKind.Model ? "" : mention.Kind.ToString().ToLowerInvariant() + " ") + mention.Dialect + " " + (mention.Raw ?? "?")
            + (mention.ServedBy is null ? "" : $" ({mention.ServedBy})") + (mention.Upstream is null ? "" : " " + To(mention.Upstream)))
        .Concat(workload.Upstreams.Select(To)));

    private static string To(Upstream upstream) => "to " + (upstream.Address ?? "?") + ((upstream.Cloud ?? upstream.Vendor) is { } owner ? $" ({owner})" : "");
}
