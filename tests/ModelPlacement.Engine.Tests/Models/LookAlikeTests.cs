using System;
using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>Strings that look like a model of OpenAI's API and are not one.</summary>
public sealed class LookAlikeTests
{
    private static readonly string[] Dialects =
        ["any", "azure", "azureml", "bedrock", "huggingface", "image", "ollama", "vertex", "jumpstart", "databricks", "snowflake", "digitalocean", "oci", "cloudflare", "path"];

    public static IEnumerable<object[]> InTheirDialect() => Table.Rows(
        """
        # dialect    | raw                                          | what it is (- for no model)
        huggingface  | EleutherAI/gpt-neox-20b                      | eleutherai/gpt-neox-20b
        huggingface  | EleutherAI/gpt-j-6b                          | eleutherai/gpt-j-6b
        huggingface  | EleutherAI/gpt-neo-2.7B                      | eleutherai/gpt-neo-2.7b
        huggingface  | gpt-j-6b                                     | eleutherai/gpt-j-6b
        huggingface  | microsoft/DialoGPT-medium                    | microsoft/dialogpt-medium
        huggingface  | microsoft/biogpt                             | microsoft/biogpt
        huggingface  | microsoft/CodeGPT-small-py                   | microsoft/codegpt-small-py
        huggingface  | cerebras/Cerebras-GPT-13B                    | cerebras/cerebras-gpt-13b
        huggingface  | ai-forever/ruGPT-3                           | ai-forever/rugpt-3
        huggingface  | ai-forever/mGPT                              | ai-forever/mgpt
        huggingface  | AI-Sweden-Models/gpt-sw3-20b                 | ai-sweden-models/gpt-sw3-20b
        huggingface  | nomic-ai/gpt4all-j                           | nomic/gpt4all-j
        huggingface  | nomic-ai/gpt4all-13b-snoozy                  | nomic/gpt4all-13b-snoozy
        huggingface  | chavinlo/gpt4-x-alpaca                       | chavinlo/gpt4-x-alpaca
        huggingface  | teknium/OpenHermes-GPT4                      | teknium/openhermes-gpt4
        huggingface  | acme/llama-3-8b-gpt4-distill                 | meta/llama-3-8b
        huggingface  | acme/gpt-4o                                  | acme/gpt-4o
        huggingface  | acme/gpt-4o-mini-clone                       | acme/gpt-4o-mini-clone
        huggingface  | acme/o1-mini                                 | acme/o1-mini
        huggingface  | SkunkworksAI/o1-open                         | skunkworksai/o1-open
        huggingface  | AIDC-AI/Marco-o1                             | aidc-ai/marco-o1
        huggingface  | open-o1/OpenO1-Qwen-7B                       | open-o1/openo1-qwen-7b
        huggingface  | open-r1/OpenR1-Qwen-7B                       | open-r1/openr1-qwen-7b
        huggingface  | lmsys/vicuna-13b-v1.5                        | lmsys/vicuna-13b
        huggingface  | Vision-CAIR/MiniGPT-4                        | vision-cair/minigpt-4
        huggingface  | hpcai-tech/Open-Sora                         | hpcai-tech/open-sora
        huggingface  | LanguageBind/Open-Sora-Plan-v1.3.0           | languagebind/open-sora-plan-v1.3.0
        huggingface  | dalle-mini/dalle-mini                        | craiyon/dalle-mini
        huggingface  | dalle-mini/dalle-mega                        | craiyon/dalle-mega
        huggingface  | laion/CLIP-ViT-B-32                          | laion/clip-vit-b-32
        huggingface  | laion/CLIP-ViT-H-14-laion2B-s32B-b79K        | laion/clip-vit-h-14-laion2b-s32b-b79k
        huggingface  | distil-whisper/distil-large-v3               | distil-whisper/distil-large-v3
        huggingface  | acme/whisper-small-finetuned-nl              | openai/whisper-small
        huggingface  | primeline/whisper-large-v3-german            | openai/whisper-large-v3
        huggingface  | openai/whisper-large-v2                      | openai/whisper-large-v2
        huggingface  | openai/clip-vit-base-patch16                 | openai/clip-vit-base-patch16
        huggingface  | openai/jukebox-1b-lyrics                     | openai/jukebox-1b-lyrics
        huggingface  | openai/point-e                               | openai/point-e
        huggingface  | openai/diffusers-cd_imagenet64_l2            | openai/diffusers-cd_imagenet64_l2
        huggingface  | openai-community/gpt2-medium                 | openai/gpt-2-medium
        huggingface  | openai-community/roberta-base-openai-detector | openai/roberta-base-openai-detector
        huggingface  | distilbert/distilgpt2                        | huggingface/distilgpt2
        huggingface  | meta-llama/Llama-3.1-8B                      | meta/llama-3.1-8b
        huggingface  | text-generation-inference                    | -
        huggingface  | /opt/ml/model                                | -
        huggingface  | /data/o1                                     | -
        huggingface  | ./models/sora                                | -
        ollama       | gpt-oss:20b                                  | openai/gpt-oss-20b
        ollama       | gpt4all                                      | nomic/gpt4all
        ollama       | marco-o1                                     | -
        ollama       | acme/gpt-4o:latest                           | acme/gpt-4o
        ollama       | o1                                           | -
        ollama       | smollm2:1.7b                                 | huggingface/smollm2-1.7b
        image        | vllm/vllm-openai:latest                      | -
        image        | vllm/vllm-openai:gptoss                      | -
        image        | docker.io/vllm/vllm-openai:v0.10.1           | -
        image        | mirror.acme.example/dockerhub/vllm/vllm-openai@sha256:ab | -
        image        | onerahmet/openai-whisper-asr-webservice:latest | -
        image        | ghcr.io/acme/openai-proxy:1                  | -
        image        | ghcr.io/acme/gpt-4o-server:1                 | -
        image        | ghcr.io/acme/chat-gpt-4o:1                   | -
        image        | ghcr.io/acme/gpt-4o-proxy:1                  | -
        image        | ghcr.io/acme/chatgpt-ui:latest               | -
        image        | ghcr.io/acme/chatgpt-next-web:latest         | -
        image        | ghcr.io/acme/llm:gpt-4o                      | -
        image        | ghcr.io/acme/o1:latest                       | -
        image        | ghcr.io/acme/sora:latest                     | -
        image        | ghcr.io/openai/codex-universal:latest        | -
        image        | google/cloud-sdk:slim                        | -
        image        | amazon/aws-cli:2                             | -
        image        | nvidia/cuda:12.4.0-base                      | -
        image        | microsoft/dotnet:8                           | -
        image        | graphite-whisper                             | -
        bedrock      | openai.gpt-oss-20b-1:0                       | openai/gpt-oss-20b
        bedrock      | o1js                                         | -
        bedrock      | arn:aws:iam::123456789012:role/gpt-4o        | -
        bedrock      | arn:aws:bedrock:us-east-1:1:agent/gpt-4o     | -
        bedrock      | arn:aws:bedrock:us-east-1:1:guardrail/o1     | -
        azure        | text-embedding-005                           | google/text-embedding-005
        azure        | acme-chat                                    | -
        vertex       | text-embedding-004                           | google/text-embedding-004
        vertex       | text-multilingual-embedding-002              | google/text-multilingual-embedding-002
        vertex       | projects/gpt-4o/locations/o1                 | -
        openai-api   | text-embedding-005                           | google/text-embedding-005
        openai-api   | my-deployment                                | -
        openai-api   | sagemaker/gpt-4o                             | -
        openai-api   | https://api.openai.com/v1                    | -
        openai-api   | https://acme.openai.azure.com/openai/deployments/gpt-4o | -
        databricks   | gpt_endpoint                                 | -
        databricks   | ml.prod.gpt4o                                | -
        snowflake    | snowflake-arctic                             | snowflake/arctic
        path         | s3://o1-bucket                               | -
        path         | s3://gpt-4o/model.tar.gz                     | -
        path         | s3://bucket/gpt-4o-evals/results.json        | -
        path         | s3://bucket/o1/data.csv                      | -
        path         | s3://bucket/sora/video.tar.gz                | -
        path         | s3://openai/o1.tar.gz                        | -
        path         | s3://bucket/llama-3-8b/model.tar.gz          | meta/llama-3-8b
        path         | gs://bucket/chatgpt-export/                  | -
        any          | us-east-1a                                   | -
        any          | sorare-api                                   | -
        any          | graphite-whisper                             | -
        any          | o1js                                         | -
        any          | proto1                                       | -
        any          | gpt-sw3                                      | -
        any          | gpt4all                                      | nomic/gpt4all
        any          | gpt-partition                                | -
        any          | gpt-4-alpaca                                 | -
        any          | gptq                                         | -
        any          | codex                                        | -
        any          | /openai/v1                                   | -
        any          | openai/v1                                    | -
        any          | api.openai.com                               | -
        any          | https://api.openai.com/v1                    | -
        any          | OPENAI_API_KEY                               | -
        any          | vllm/vllm-openai:latest                      | -
        any          | s3://o1-bucket                               | -
        any          | open-r1/OpenR1                               | -
        any          | text-embedding-005                           | google/text-embedding-005
        any          | O1 Tower                                     | -
        any          | sora-like                                    | -
        any          | not-gpt-4o                                   | -
        any          | my-gpt-4o                                    | -
        any          | gpt-4o endpoint                              | -
        any          | adapter-002                                  | -
        any          | tts-server                                   | -
        """, 3);

    [Theory]
    [MemberData(nameof(InTheirDialect))]
    public void Is_what_it_is(string dialect, string raw, string id)
    {
        var model = ModelFamilies.BuiltIn.Identify(raw, dialect);

        Assert.Equal(id == "-" ? null : id, model?.Id);
        Assert.False(IsApiModel(model), $"{raw} passes for {model}");
    }

    /// <summary>Held to the same in every other dialect, but for names that are only excused by where they stand.</summary>
    [Fact]
    public void Is_no_api_model_in_any_dialect()
    {
        string[] excused = ["acme/gpt-4o", "acme/gpt-4o:latest", "acme/o1-mini", "/data/o1", "./models/sora", "o1", "gpt-4-alpaca", "sagemaker/gpt-4o"];
        var names =
            from row in InTheirDialect()
            let raw = (string)row[1]
            where !excused.Contains(raw) && !raw.Contains("gpt-4o-", StringComparison.Ordinal) && !raw.Contains("://", StringComparison.Ordinal)
                && !raw.Contains("arn:", StringComparison.Ordinal) && !raw.StartsWith("projects/", StringComparison.Ordinal)
            select raw;

        var mistaken =
            from raw in names.Distinct()
            from dialect in Dialects
            let model = ModelFamilies.BuiltIn.Identify(raw, dialect)
            where IsApiModel(model)
            select (dialect, raw, model.Id);

        Assert.Empty(mistaken);
    }

    private static bool IsApiModel(ModelIdentity? model) =>
        model is { Vendor: "openai", Weights: ModelWeights.Proprietary } && model.Family != ModelIdentity.Unlisted;
}
