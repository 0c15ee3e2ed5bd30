using System.Collections.Generic;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>Raw strings in their dialects, and the models they name.</summary>
public sealed class IdentifyTests
{
    public static IEnumerable<object[]> OpenAI() => Table.Rows(
        """
        # dialect    | raw                                                     | id                             | version    | weights
        openai-api   | gpt-3.5-turbo                                           | openai/gpt-3.5-turbo           | -          | proprietary
        openai-api   | gpt-3.5-turbo-0125                                      | openai/gpt-3.5-turbo           | 0125       | proprietary
        openai-api   | gpt-3.5-turbo-16k-0613                                  | openai/gpt-3.5-turbo-16k       | 0613       | proprietary
        openai-api   | gpt-3.5-turbo-instruct-0914                             | openai/gpt-3.5-turbo-instruct  | 0914       | proprietary
        openai-api   | gpt-4                                                   | openai/gpt-4                   | -          | proprietary
        openai-api   | gpt-4-0613                                              | openai/gpt-4                   | 0613       | proprietary
        openai-api   | gpt-4-32k                                               | openai/gpt-4-32k               | -          | proprietary
        openai-api   | gpt-4-32k-0613                                          | openai/gpt-4-32k               | 0613       | proprietary
        openai-api   | gpt-4-turbo                                             | openai/gpt-4-turbo             | -          | proprietary
        openai-api   | gpt-4-turbo-2024-04-09                                  | openai/gpt-4-turbo             | 2024-04-09 | proprietary
        openai-api   | gpt-4-1106-preview                                      | openai/gpt-4-turbo             | 1106       | proprietary
        openai-api   | gpt-4-vision-preview                                    | openai/gpt-4-turbo             | -          | proprietary
        openai-api   | gpt-4o                                                  | openai/gpt-4o                  | -          | proprietary
        openai-api   | GPT-4o                                                  | openai/gpt-4o                  | -          | proprietary
        openai-api   | gpt4o                                                   | openai/gpt-4o                  | -          | proprietary
        openai-api   | gpt-4o-mini                                             | openai/gpt-4o-mini             | -          | proprietary
        openai-api   | gpt-4o-2024-11-20                                       | openai/gpt-4o                  | 2024-11-20 | proprietary
        openai-api   | gpt-4.1                                                 | openai/gpt-4.1                 | -          | proprietary
        openai-api   | gpt-4.1-mini                                            | openai/gpt-4.1-mini            | -          | proprietary
        openai-api   | gpt-4.1-nano-2025-04-14                                 | openai/gpt-4.1-nano            | 2025-04-14 | proprietary
        openai-api   | gpt-4.5-preview                                         | openai/gpt-4.5-preview         | -          | proprietary
        openai-api   | gpt-5                                                   | openai/gpt-5                   | -          | proprietary
        openai-api   | gpt-5-2025-08-07                                        | openai/gpt-5                   | 2025-08-07 | proprietary
        openai-api   | gpt-5-mini                                              | openai/gpt-5-mini              | -          | proprietary
        openai-api   | gpt-5-nano                                              | openai/gpt-5-nano              | -          | proprietary
        openai-api   | gpt-5-pro                                               | openai/gpt-5-pro               | -          | proprietary
        openai-api   | gpt-5-chat                                              | openai/gpt-5-chat              | -          | proprietary
        openai-api   | gpt-5-chat-latest                                       | openai/gpt-5-chat              | latest     | proprietary
        openai-api   | gpt-5-codex                                             | openai/gpt-5-codex             | -          | proprietary
        openai-api   | gpt-5.1-codex-mini                                      | openai/gpt-5.1-codex-mini      | -          | proprietary
        openai-api   | gpt-5.2-chat                                            | openai/gpt-5.2-chat            | -          | proprietary
        openai-api   | gpt-5.3-codex                                           | openai/gpt-5.3-codex           | -          | proprietary
        openai-api   | gpt-5.4                                                 | openai/gpt-5.4                 | -          | proprietary
        openai-api   | gpt-5.4-nano                                            | openai/gpt-5.4-nano            | -          | proprietary
        openai-api   | gpt-5.4-pro                                             | openai/gpt-5.4-pro             | -          | proprietary
        openai-api   | gpt-5.5                                                 | openai/gpt-5.5                 | -          | proprietary
        openai-api   | gpt-5.6-terra                                           | openai/gpt-5.6-terra           | -          | proprietary
        openai-api   | gpt-5.6-luna                                            | openai/gpt-5.6-luna            | -          | proprietary
        openai-api   | gpt-5.6-sol                                             | openai/gpt-5.6-sol             | -          | proprietary
        openai-api   | gpt-6-astra                                             | openai/gpt-6-astra             | -          | proprietary
        openai-api   | gpt-6-sol                                               | openai/gpt-6-sol               | -          | proprietary
        openai-api   | gpt-6.1-sol                                             | openai/gpt-6.1-sol             | -          | proprietary
        openai-api   | gpt-7-nebula-2027-01-01                                 | openai/gpt-7-nebula            | 2027-01-01 | proprietary
        openai-api   | chatgpt-4o-latest                                       | openai/chatgpt-4o              | latest     | proprietary
        openai-api   | gpt-chat-latest                                         | openai/gpt-chat                | latest     | proprietary
        openai-api   | gpt-image-1                                             | openai/gpt-image-1             | -          | proprietary
        openai-api   | gpt-image-1-mini                                        | openai/gpt-image-1-mini        | -          | proprietary
        openai-api   | gpt-image-1.5                                           | openai/gpt-image-1.5           | -          | proprietary
        openai-api   | gpt-image-2                                             | openai/gpt-image-2             | -          | proprietary
        openai-api   | gpt-audio                                               | openai/gpt-audio               | -          | proprietary
        openai-api   | gpt-audio-2025-08-28                                    | openai/gpt-audio               | 2025-08-28 | proprietary
        openai-api   | gpt-realtime                                            | openai/gpt-realtime            | -          | proprietary
        openai-api   | gpt-realtime-mini                                       | openai/gpt-realtime-mini       | -          | proprietary
        openai-api   | gpt-realtime-2.1-mini                                   | openai/gpt-realtime-2.1-mini   | -          | proprietary
        openai-api   | gpt-4o-transcribe                                       | openai/gpt-4o-transcribe       | -          | proprietary
        openai-api   | gpt-4o-transcribe-diarize                               | openai/gpt-4o-transcribe-diarize | -        | proprietary
        openai-api   | gpt-4o-mini-tts                                         | openai/gpt-4o-mini-tts         | -          | proprietary
        openai-api   | gpt-4o-realtime-preview                                 | openai/gpt-4o-realtime-preview | -          | proprietary
        openai-api   | gpt-4o-realtime-preview-2024-12-17                      | openai/gpt-4o-realtime-preview | 2024-12-17 | proprietary
        openai-api   | gpt-4o-search-preview                                   | openai/gpt-4o-search-preview   | -          | proprietary
        openai-api   | o1                                                      | openai/o1                      | -          | proprietary
        openai-api   | o1-mini                                                 | openai/o1-mini                 | -          | proprietary
        openai-api   | o1-preview                                              | openai/o1-preview              | -          | proprietary
        openai-api   | o1-pro                                                  | openai/o1-pro                  | -          | proprietary
        openai-api   | o3                                                      | openai/o3                      | -          | proprietary
        openai-api   | o3-mini                                                 | openai/o3-mini                 | -          | proprietary
        openai-api   | o3-mini-high                                            | openai/o3-mini                 | -          | proprietary
        openai-api   | o3-pro                                                  | openai/o3-pro                  | -          | proprietary
        openai-api   | o3-deep-research                                        | openai/o3-deep-research        | -          | proprietary
        openai-api   | o4-mini                                                 | openai/o4-mini                 | -          | proprietary
        openai-api   | o4-mini-deep-research                                   | openai/o4-mini-deep-research   | -          | proprietary
        openai-api   | o4-mini-2025-04-16                                      | openai/o4-mini                 | 2025-04-16 | proprietary
        openai-api   | dall-e-2                                                | openai/dall-e-2                | -          | proprietary
        openai-api   | dall-e-3                                                | openai/dall-e-3                | -          | proprietary
        openai-api   | dalle-3                                                 | openai/dall-e-3                | -          | proprietary
        openai-api   | DALL-E                                                  | openai/dall-e                  | -          | proprietary
        openai-api   | sora                                                    | openai/sora                    | -          | proprietary
        openai-api   | sora-2                                                  | openai/sora-2                  | -          | proprietary
        openai-api   | sora-2-pro                                              | openai/sora-2-pro              | -          | proprietary
        openai-api   | sora-2-2025-12-08                                       | openai/sora-2                  | 2025-12-08 | proprietary
        openai-api   | codex-mini                                              | openai/codex-mini              | -          | proprietary
        openai-api   | codex-mini-latest                                       | openai/codex-mini              | latest     | proprietary
        openai-api   | computer-use-preview                                    | openai/computer-use-preview    | -          | proprietary
        openai-api   | code-davinci-002                                        | openai/code-davinci-002        | -          | proprietary
        openai-api   | text-embedding-ada-002                                  | openai/text-embedding-ada-002  | -          | proprietary
        openai-api   | text-embedding-3-small                                  | openai/text-embedding-3-small  | -          | proprietary
        openai-api   | text-embedding-3-large                                  | openai/text-embedding-3-large  | -          | proprietary
        openai-api   | text-davinci-003                                        | openai/text-davinci-003        | -          | proprietary
        openai-api   | davinci-002                                             | openai/davinci-002             | -          | proprietary
        openai-api   | babbage-002                                             | openai/babbage-002             | -          | proprietary
        openai-api   | whisper-1                                               | openai/whisper-1               | -          | proprietary
        openai-api   | tts-1                                                   | openai/tts-1                   | -          | proprietary
        openai-api   | tts-1-hd                                                | openai/tts-1-hd                | -          | proprietary
        openai-api   | tts-1-hd-1106                                           | openai/tts-1-hd                | 1106       | proprietary
        openai-api   | omni-moderation-latest                                  | openai/omni-moderation         | latest     | proprietary
        openai-api   | text-moderation-007                                     | openai/text-moderation         | 007        | proprietary
        # fine-tunes count as their base
        openai-api   | ft:gpt-4o-2024-08-06:acme::abc123                       | openai/gpt-4o                  | 2024-08-06 | proprietary
        openai-api   | ft:gpt-3.5-turbo:my-org:custom_suffix:id                | openai/gpt-3.5-turbo           | -          | proprietary
        openai-api   | davinci:ft-acme-2023-01-01                              | -                              | -          | -
        azure        | gpt-4o-2024-08-06.ft-0123456789abcdef                   | openai/gpt-4o                  | 2024-08-06 | proprietary
        any          | ft:gpt-4.1-mini-2025-04-14:acme::x                      | openai/gpt-4.1-mini            | 2025-04-14 | proprietary
        # gateways
        openai-api   | openai/gpt-4o                                           | openai/gpt-4o                  | -          | proprietary
        openai-api   | azure/gpt-4o                                            | openai/gpt-4o                  | -          | proprietary
        openai-api   | openrouter/openai/gpt-4o-mini                           | openai/gpt-4o-mini             | -          | proprietary
        openai-api   | openai/o3                                               | openai/o3                      | -          | proprietary
        openai-api   | bedrock/us.anthropic.claude-sonnet-4-20250514-v1:0      | anthropic/claude-sonnet-4      | 20250514   | proprietary
        openai-api   | bedrock/converse/openai.gpt-oss-20b-1:0                 | openai/gpt-oss-20b             | -          | open
        openai-api   | vertex_ai/gemini-2.5-pro                                | google/gemini-2.5-pro          | -          | proprietary
        openai-api   | gemini/gemini-2.5-flash                                 | google/gemini-2.5-flash        | -          | proprietary
        openai-api   | ollama/gpt-oss:20b                                      | openai/gpt-oss-20b             | -          | open
        openai-api   | hosted_vllm/meta-llama/Llama-3.1-8B-Instruct            | meta/llama-3.1-8b-instruct     | -          | open
        openai-api   | groq/openai/gpt-oss-120b                                | openai/gpt-oss-120b            | -          | open
        openai-api   | anthropic/claude-sonnet-4.5                             | anthropic/claude-sonnet-4-5    | -          | proprietary
        openai-api   | deepseek/deepseek-r1:free                               | deepseek/deepseek-r1           | -          | open
        openai-api   | azure/my-deployment                                     | -                              | -          | -
        # Amazon Bedrock
        bedrock      | openai.gpt-oss-20b-1:0                                  | openai/gpt-oss-20b             | -          | open
        bedrock      | openai.gpt-oss-120b-1:0                                 | openai/gpt-oss-120b            | -          | open
        bedrock      | openai.gpt-oss-safeguard-120b                           | openai/gpt-oss-safeguard-120b  | -          | open
        bedrock      | openai.gpt-5.5                                          | openai/gpt-5.5                 | -          | proprietary
        bedrock      | openai.gpt-5.5-v1:0                                     | openai/gpt-5.5                 | -          | proprietary
        bedrock      | openai.gpt-5.5-2026-04-23-v1:0                          | openai/gpt-5.5                 | 2026-04-23 | proprietary
        bedrock      | us.openai.gpt-6-astra                                   | openai/gpt-6-astra             | -          | proprietary
        bedrock      | eu.openai.gpt-5.6-terra                                 | openai/gpt-5.6-terra           | -          | proprietary
        bedrock      | apac.openai.gpt-5.5                                     | openai/gpt-5.5                 | -          | proprietary
        bedrock      | global.openai.gpt-6.1-sol                               | openai/gpt-6.1-sol             | -          | proprietary
        bedrock      | us-gov.openai.gpt-5.5                                   | openai/gpt-5.5                 | -          | proprietary
        bedrock      | openai.whisper-large-v3                                 | openai/whisper-large-v3        | -          | open
        bedrock      | openai.next-thing-v1:0                                  | openai/next-thing              | -          | proprietary
        bedrock      | arn:aws:bedrock:us-east-2::foundation-model/openai.gpt-5.4 | openai/gpt-5.4              | -          | proprietary
        bedrock      | arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.openai.gpt-5.5 | openai/gpt-5.5 | -       | proprietary
        bedrock      | arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/openai.gpt-oss-20b-1:0 | openai/gpt-oss-20b | - | open
        bedrock      | arn:aws:bedrock:us-east-1:1:custom-model/openai.gpt-5.5/abcdef123456 | openai/gpt-5.5    | -          | proprietary
        bedrock      | arn:aws:bedrock:us-east-1:1:provisioned-model/abcdef123456 | -                           | -          | -
        bedrock      | arn:aws:bedrock:us-east-1:1:imported-model/abcdef123456 | -                              | -          | -
        bedrock      | arn:aws:bedrock:us-east-1:1:application-inference-profile/abcdef | -                     | -          | -
        # Azure: name, and format in the last table
        azure        | gpt-35-turbo                                            | openai/gpt-3.5-turbo           | -          | proprietary
        azure        | gpt-35-turbo-16k                                        | openai/gpt-3.5-turbo-16k       | -          | proprietary
        azure        | gpt-35-turbo-instruct                                   | openai/gpt-3.5-turbo-instruct  | -          | proprietary
        azure        | whisper                                                 | openai/whisper-1               | -          | proprietary
        azure        | tts                                                     | openai/tts-1                   | -          | proprietary
        azure        | tts-hd                                                  | openai/tts-1-hd                | -          | proprietary
        azure        | gpt-oss-120b                                            | openai/gpt-oss-120b            | -          | open
        azure        | o4-mini                                                 | openai/o4-mini                 | -          | proprietary
        azureml      | azureml://registries/azure-openai/models/gpt-4o/versions/2024-11-20 | openai/gpt-4o      | 2024-11-20 | proprietary
        azureml      | azureml://registries/azure-openai/models/whisper/versions/1 | openai/whisper-1           | 1          | proprietary
        azureml      | azureml://registries/azureml/models/openai-whisper-large-v3/versions/4 | openai/whisper-large-v3 | 4     | open
        azureml      | azureml://registries/azureml/models/gpt-oss-20b/labels/latest | openai/gpt-oss-20b       | -          | open
        azureml      | azureml://registries/azureml-openai-oss/models/gpt-oss-120b/versions/4 | openai/gpt-oss-120b | 4        | open
        # Hugging Face
        huggingface  | openai/gpt-oss-20b                                      | openai/gpt-oss-20b             | -          | open
        huggingface  | openai/gpt-oss-120b                                     | openai/gpt-oss-120b            | -          | open
        huggingface  | openai/gpt-oss-safeguard-20b                            | openai/gpt-oss-safeguard-20b   | -          | open
        huggingface  | hf://openai/gpt-oss-20b                                 | openai/gpt-oss-20b             | -          | open
        huggingface  | hf://openai/gpt-oss-20b:main                            | openai/gpt-oss-20b             | -          | open
        huggingface  | openai/gpt-oss-20b@main                                 | openai/gpt-oss-20b             | -          | open
        huggingface  | https://huggingface.co/openai/gpt-oss-20b               | openai/gpt-oss-20b             | -          | open
        huggingface  | https://huggingface.co/openai/gpt-oss-20b/tree/main     | openai/gpt-oss-20b             | -          | open
        huggingface  | unsloth/gpt-oss-20b-GGUF                                | openai/gpt-oss-20b             | -          | open
        huggingface  | unsloth/gpt-oss-20b-GGUF:Q4_K_M                         | openai/gpt-oss-20b             | -          | open
        huggingface  | nvidia/gpt-oss-120b-Eagle3                              | openai/gpt-oss-120b            | -          | open
        huggingface  | openai/whisper-large-v3                                 | openai/whisper-large-v3        | -          | open
        huggingface  | openai/whisper-large-v3-turbo                           | openai/whisper-large-v3-turbo  | -          | open
        huggingface  | openai/whisper-base.en                                  | openai/whisper-base.en         | -          | open
        huggingface  | openai/whisper-tiny                                     | openai/whisper-tiny            | -          | open
        huggingface  | Systran/faster-whisper-large-v3                         | openai/whisper-large-v3        | -          | open
        huggingface  | openai/clip-vit-base-patch32                            | openai/clip-vit-base-patch32   | -          | open
        huggingface  | openai/clip-vit-large-patch14-336                       | openai/clip-vit-large-patch14-336 | -       | open
        huggingface  | openai-community/gpt2                                   | openai/gpt-2                   | -          | open
        huggingface  | openai-community/gpt2-xl                                | openai/gpt-2-xl                | -          | open
        huggingface  | openai-community/openai-gpt                             | openai/gpt-1                   | -          | open
        huggingface  | gpt2                                                    | openai/gpt-2                   | -          | open
        huggingface  | gpt2-xl                                                 | openai/gpt-2-xl                | -          | open
        huggingface  | openai/shap-e                                           | openai/shap-e                  | -          | open
        huggingface  | openai/gpt-4o                                           | openai/gpt-4o                  | -          | proprietary
        huggingface  | gpt-4o                                                  | openai/gpt-4o                  | -          | proprietary
        huggingface  | openai/next-thing                                       | openai/next-thing              | -          | proprietary
        huggingface  | /root/.cache/huggingface/hub/models--openai--gpt-oss-20b | openai/gpt-oss-20b            | -          | open
        huggingface  | /models/gpt-oss-20b                                     | openai/gpt-oss-20b             | -          | open
        huggingface  | s3://acme-weights/gpt-oss-20b/                          | openai/gpt-oss-20b             | -          | open
        # SageMaker JumpStart
        jumpstart    | openai-reasoning-gpt-oss-20b                            | openai/gpt-oss-20b             | -          | open
        jumpstart    | openai-reasoning-gpt-oss-120b                           | openai/gpt-oss-120b            | -          | open
        jumpstart    | huggingface-asr-whisper-large-v3                        | openai/whisper-large-v3        | -          | open
        jumpstart    | arn:aws:sagemaker:us-east-1:aws:hub-content/SageMakerPublicHub/Model/openai-reasoning-gpt-oss-20b/1.0.0 | openai/gpt-oss-20b | - | open
        # Vertex AI
        vertex       | publishers/openai/models/gpt-oss@gpt-oss-120b           | openai/gpt-oss-120b            | -          | open
        vertex       | publishers/openai/models/gpt-oss-20b-maas               | openai/gpt-oss-20b             | -          | open
        vertex       | projects/p/locations/us-central1/publishers/openai/models/gpt-oss-120b-maas | openai/gpt-oss-120b | - | open
        vertex       | openai/gpt-oss-120b-maas                                | openai/gpt-oss-120b            | -          | open
        vertex       | gpt-oss-120b-maas                                       | openai/gpt-oss-120b            | -          | open
        vertex       | publishers/openai/models/gpt-5.5                        | openai/gpt-5.5                 | -          | proprietary
        vertex       | publishers/openai/models/whisper-large@001              | openai/whisper-large           | 001        | open
        vertex       | projects/p/locations/us-central1/models/1234567890      | -                              | -          | -
        # Databricks, Snowflake, DigitalOcean, OCI, Cloudflare
        databricks   | databricks-gpt-oss-120b                                 | openai/gpt-oss-120b            | -          | open
        databricks   | system.ai.gpt-oss-120b                                  | openai/gpt-oss-120b            | -          | open
        databricks   | system.ai.gpt_oss_120b                                  | openai/gpt-oss-120b            | -          | open
        databricks   | databricks-gpt-5-6-terra                                | openai/gpt-5.6-terra           | -          | proprietary
        databricks   | databricks-gpt-5                                        | openai/gpt-5                   | -          | proprietary
        databricks   | databricks-gpt-5-1-codex-max                            | openai/gpt-5.1-codex-max       | -          | proprietary
        databricks   | system.ai.gpt-5-4-nano                                  | openai/gpt-5.4-nano            | -          | proprietary
        databricks   | system.ai.gpt_4_1_mini                                  | openai/gpt-4.1-mini            | -          | proprietary
        databricks   | models:/system.ai.gpt_oss_20b/1                         | openai/gpt-oss-20b             | -          | open
        databricks   | gpt-4o                                                  | openai/gpt-4o                  | -          | proprietary
        databricks   | main.default.my_gpt_4o                                  | -                              | -          | -
        snowflake    | openai-gpt-5.2                                          | openai/gpt-5.2                 | -          | proprietary
        snowflake    | openai-gpt-4.1                                          | openai/gpt-4.1                 | -          | proprietary
        snowflake    | openai-o4-mini                                          | openai/o4-mini                 | -          | proprietary
        snowflake    | openai-gpt-oss-120b                                     | openai/gpt-oss-120b            | -          | open
        digitalocean | openai-gpt-4o                                           | openai/gpt-4o                  | -          | proprietary
        digitalocean | openai-o3-mini                                          | openai/o3-mini                 | -          | proprietary
        digitalocean | openai-gpt-oss-20b                                      | openai/gpt-oss-20b             | -          | open
        digitalocean | 9a364867-f8d5-11ef-bf8f-4e013e2ddde4                    | -                              | -          | -
        oci          | openai.gpt-oss-120b                                     | openai/gpt-oss-120b            | -          | open
        oci          | openai.gpt-5.5                                          | openai/gpt-5.5                 | -          | proprietary
        oci          | ocid1.generativeaimodel.oc1.eu-frankfurt-1.aaaa         | -                              | -          | -
        cloudflare   | @cf/openai/gpt-oss-120b                                 | openai/gpt-oss-120b            | -          | open
        cloudflare   | @cf/openai/whisper-large-v3-turbo                       | openai/whisper-large-v3-turbo  | -          | open
        cloudflare   | @cf/openai/whisper                                      | openai/whisper                 | -          | open
        cloudflare   | openai/gpt-4o-mini                                      | openai/gpt-4o-mini             | -          | proprietary
        # images and tags
        image        | nvcr.io/nim/openai/gpt-oss-20b                          | openai/gpt-oss-20b             | -          | open
        image        | nvcr.io/nim/openai/gpt-oss-120b:1.12.4                  | openai/gpt-oss-120b            | 1.12.4     | open
        image        | registry.redhat.io/rhelai1/modelcar-gpt-oss-20b         | openai/gpt-oss-20b             | -          | open
        image        | oci://registry.redhat.io/rhelai1/modelcar-gpt-oss-120b:1.5 | openai/gpt-oss-120b         | -          | open
        image        | ai/gpt-oss                                              | openai/gpt-oss                 | -          | open
        image        | ai/gpt-oss:20B                                          | openai/gpt-oss-20b             | -          | open
        image        | docker.io/ai/gpt-oss:latest                             | openai/gpt-oss                 | -          | open
        image        | ghcr.io/acme/gpt-oss-20b@sha256:0123abcd                | openai/gpt-oss-20b             | -          | open
        image        | registry.acme.example/openai/gpt-4o:1                   | openai/gpt-4o                  | -          | proprietary
        image        | registry.acme.example/models/gpt-4o:1                   | openai/gpt-4o                  | -          | proprietary
        ollama       | gpt-oss                                                 | openai/gpt-oss                 | -          | open
        ollama       | gpt-oss:20b                                             | openai/gpt-oss-20b             | -          | open
        ollama       | gpt-oss:120b                                            | openai/gpt-oss-120b            | -          | open
        ollama       | gpt-oss:latest                                          | openai/gpt-oss                 | -          | open
        ollama       | hf.co/unsloth/gpt-oss-20b-GGUF:Q4_K_M                   | openai/gpt-oss-20b             | -          | open
        whisper-size | large-v3                                                | openai/whisper-large-v3        | -          | open
        whisper-size | medium.en                                               | openai/whisper-medium.en       | -          | open
        whisper-size | distil-large-v3                                         | openai/whisper-large-v3        | -          | open
        whisper-size | Systran/faster-whisper-small                            | openai/whisper-small           | -          | open
        # weights under a path
        path         | s3://jumpstart-cache-prod-us-east-1/openai/openai-reasoning-gpt-oss-20b/artifacts/inference/v1.0.0/ | openai/gpt-oss-20b | - | open
        path         | s3://acme-models/openai/gpt-4o/model.tar.gz             | openai/gpt-4o                  | -          | proprietary
        path         | gs://acme-models/gpt-4o/                                | openai/gpt-4o                  | -          | proprietary
        path         | s3://acme/openai/o1/weights.tar.gz                      | openai/o1                      | -          | proprietary
        path         | /models/gpt-oss-20b-mxfp4.gguf                          | openai/gpt-oss-20b             | -          | open
        path         | pvc://models/whisper-large-v3                           | openai/whisper-large-v3        | -          | open
        # nothing is known of where the string comes from
        any          | arn:aws:bedrock:us-east-1::foundation-model/openai.gpt-5.5 | openai/gpt-5.5              | -          | proprietary
        any          | us.openai.gpt-6-astra                                   | openai/gpt-6-astra             | -          | proprietary
        any          | publishers/openai/models/gpt-oss@gpt-oss-120b           | openai/gpt-oss-120b            | -          | open
        any          | @cf/openai/gpt-oss-20b                                  | openai/gpt-oss-20b             | -          | open
        any          | databricks-gpt-5-6-terra                                | openai/gpt-5.6-terra           | -          | proprietary
        any          | openai-gpt-5.2                                          | openai/gpt-5.2                 | -          | proprietary
        any          | openai-reasoning-gpt-oss-20b                            | openai/gpt-oss-20b             | -          | open
        any          | gpt-oss:20b                                             | openai/gpt-oss-20b             | -          | open
        any          | unsloth/gpt-oss-20b-GGUF                                | openai/gpt-oss-20b             | -          | open
        any          | hf://openai/gpt-oss-20b                                 | openai/gpt-oss-20b             | -          | open
        any          | ollama://gpt-oss:20b                                    | openai/gpt-oss-20b             | -          | open
        any          | oci://registry.redhat.io/rhai/modelcar-gpt-oss-20b-essential:1 | openai/gpt-oss-20b      | -          | open
        a-new-dialect | gpt-4o                                                 | openai/gpt-4o                  | -          | proprietary
        """, 5);

    public static IEnumerable<object[]> Others() => Table.Rows(
        """
        # dialect    | raw                                                     | id                             | version    | weights
        bedrock      | anthropic.claude-sonnet-4-20250514-v1:0                 | anthropic/claude-sonnet-4      | 20250514   | proprietary
        bedrock      | us.anthropic.claude-opus-4-5-20251101-v1:0              | anthropic/claude-opus-4-5      | 20251101   | proprietary
        bedrock      | global.anthropic.claude-opus-5-5                        | anthropic/claude-opus-5-5      | -          | proprietary
        bedrock      | anthropic.claude-3-5-sonnet-20241022-v2:0               | anthropic/claude-3-5-sonnet    | 20241022   | proprietary
        bedrock      | anthropic.claude-v2:1                                   | anthropic/claude-2.1           | -          | proprietary
        bedrock      | anthropic.claude-instant-v1                             | anthropic/claude-instant-1     | -          | proprietary
        bedrock      | anthropic.claude-3-haiku-20240307-v1:0:200k             | anthropic/claude-3-haiku       | 20240307   | proprietary
        vertex       | publishers/anthropic/models/claude-sonnet-4@20250514    | anthropic/claude-sonnet-4      | 20250514   | proprietary
        vertex       | claude-3-5-sonnet-v2@20241022                           | anthropic/claude-3-5-sonnet    | 20241022   | proprietary
        databricks   | databricks-claude-sonnet-4-5                            | anthropic/claude-sonnet-4-5    | -          | proprietary
        databricks   | databricks-claude-3-7-sonnet                            | anthropic/claude-3-7-sonnet    | -          | proprietary
        snowflake    | claude-4-sonnet                                         | anthropic/claude-sonnet-4      | -          | proprietary
        snowflake    | claude-3-5-sonnet                                       | anthropic/claude-3-5-sonnet    | -          | proprietary
        digitalocean | anthropic-claude-3.5-haiku                              | anthropic/claude-3-5-haiku     | -          | proprietary
        any          | claude-3-7-sonnet-latest                                | anthropic/claude-3-7-sonnet    | latest     | proprietary
        openai-api   | claude-mythos-preview                                   | anthropic/claude-mythos-preview | -         | proprietary
        vertex       | gemini-2.5-flash                                        | google/gemini-2.5-flash        | -          | proprietary
        vertex       | gemini-3.1-pro                                          | google/gemini-3.1-pro          | -          | proprietary
        vertex       | gemini-1.5-pro-002                                      | google/gemini-1.5-pro          | 002        | proprietary
        vertex       | gemini-2.5-flash-preview-09-2025                        | google/gemini-2.5-flash        | 09-2025    | proprietary
        vertex       | publishers/google/models/gemini-2.5-pro                 | google/gemini-2.5-pro          | -          | proprietary
        vertex       | imagen-4.0-generate-001                                 | google/imagen-4-generate       | 001        | proprietary
        vertex       | veo-3.0-generate                                        | google/veo-3.0-generate        | -          | proprietary
        vertex       | text-embedding-005                                      | google/text-embedding-005      | -          | proprietary
        vertex       | textembedding-gecko@003                                 | google/textembedding-gecko     | 003        | proprietary
        vertex       | text-bison@002                                          | google/text-bison              | 002        | proprietary
        databricks   | databricks-gemini-2-5-pro                               | google/gemini-2.5-pro          | -          | proprietary
        huggingface  | google/gemma-3-27b-it                                   | google/gemma-3-27b-it          | -          | open
        vertex       | publishers/google/models/gemma3@gemma-3-27b-it          | google/gemma-3-27b-it          | -          | open
        vertex       | publishers/google/models/paligemma@paligemma-224-float32 | google/paligemma              | -          | open
        ollama       | gemma3:4b                                               | google/gemma-3-4b              | -          | open
        huggingface  | google/flan-t5-xl                                       | google/flan-t5-xl              | -          | open
        bedrock      | meta.llama3-3-70b-instruct-v1:0                         | meta/llama-3.3-70b-instruct    | -          | open
        bedrock      | us.meta.llama4-maverick-17b-instruct-v1:0               | meta/llama-4-maverick-17b-instruct | -      | open
        bedrock      | meta.llama3-8b-instruct-v1:0                            | meta/llama-3-8b-instruct       | -          | open
        huggingface  | meta-llama/Llama-3.1-8B-Instruct                        | meta/llama-3.1-8b-instruct     | -          | open
        huggingface  | meta-llama/Meta-Llama-3-70B                             | meta/llama-3-70b               | -          | open
        huggingface  | meta-llama/Llama-4-Scout-17B-16E-Instruct               | meta/llama-4-scout-17b-16e-instruct | -     | open
        huggingface  | bartowski/Llama-3.3-70B-Instruct-GGUF                   | meta/llama-3.3-70b-instruct    | -          | open
        huggingface  | codellama/CodeLlama-7b-Instruct-hf                      | meta/code-llama-7b-instruct    | -          | open
        huggingface  | facebook/opt-125m                                       | meta/opt-125m                  | -          | open
        vertex       | publishers/meta/models/llama3-2@llama-3.2-1b            | meta/llama-3.2-1b              | -          | open
        databricks   | databricks-meta-llama-3-3-70b-instruct                  | meta/llama-3.3-70b-instruct    | -          | open
        databricks   | system.ai.llama_v3_3_70b_instruct                       | meta/llama-3.3-70b-instruct    | -          | open
        snowflake    | llama3.1-70b                                            | meta/llama-3.1-70b             | -          | open
        snowflake    | snowflake-llama-3.3-70b                                 | meta/llama-3.3-70b             | -          | open
        digitalocean | llama3.3-70b-instruct                                   | meta/llama-3.3-70b-instruct    | -          | open
        ollama       | llama3.1:8b                                             | meta/llama-3.1-8b              | -          | open
        ollama       | llama3                                                  | meta/llama-3                   | -          | open
        jumpstart    | meta-textgeneration-llama-3-8b                          | meta/llama-3-8b                | -          | open
        oci          | meta.llama-3.3-70b-instruct                             | meta/llama-3.3-70b-instruct    | -          | open
        cloudflare   | @cf/meta/llama-3.1-8b-instruct-fp8                      | meta/llama-3.1-8b-instruct     | -          | open
        image        | nvcr.io/nim/meta/llama-3.1-8b-instruct:latest           | meta/llama-3.1-8b-instruct     | latest     | open
        bedrock      | mistral.mistral-large-2407-v1:0                         | mistral/mistral-large          | 2407       | open
        bedrock      | mistral.mistral-large-2402-v1:0                         | mistral/mistral-large          | 2402       | proprietary
        bedrock      | mistral.mixtral-8x7b-instruct-v0:1                      | mistral/mixtral-8x7b-instruct  | -          | open
        huggingface  | mistralai/Mixtral-8x7B-Instruct-v0.1                    | mistral/mixtral-8x7b-instruct  | -          | open
        huggingface  | mistralai/Mistral-7B-Instruct-v0.3                      | mistral/mistral-7b-instruct    | -          | open
        huggingface  | TheBloke/Mistral-7B-Instruct-v0.2-GPTQ                  | mistral/mistral-7b-instruct    | -          | open
        azure        | Mistral-Large-3                                         | mistral/mistral-large-3        | -          | open
        vertex       | codestral-2501                                          | mistral/codestral              | 2501       | proprietary
        vertex       | publishers/mistralai/models/mistral-medium-3            | mistral/mistral-medium-3       | -          | proprietary
        bedrock      | cohere.command-r-plus-v1:0                              | cohere/command-r-plus          | -          | open
        bedrock      | cohere.command-light-text-v14                           | cohere/command-light-text      | -          | proprietary
        bedrock      | cohere.embed-multilingual-v3                            | cohere/embed-multilingual-v3   | -          | proprietary
        azure        | cohere-embed-v3-english                                 | cohere/embed-english-v3        | -          | proprietary
        azure        | embed-v-4-0                                             | cohere/embed-v4.0              | -          | proprietary
        azure        | Cohere-command-a                                        | cohere/command-a               | -          | open
        azure        | mistral-document-ai-2505                                | mistral/mistral-document-ai    | 2505       | proprietary
        snowflake    | mistral-large2                                          | mistral/mistral-large-2        | -          | open
        vertex       | publishers/google/models/gemini-2.5-pro@default         | google/gemini-2.5-pro          | -          | proprietary
        bedrock      | amazon.rerank-v1:0                                      | amazon/rerank                  | -          | proprietary
        bedrock      | zai.glm-4.6                                             | zhipu/glm-4.6                  | -          | open
        nim          | openai/gpt-oss-20b                                      | openai/gpt-oss-20b             | -          | open
        nim          | meta/llama-3.1-8b-instruct                              | meta/llama-3.1-8b-instruct     | -          | open
        litellm      | azure/gpt-4o                                            | openai/gpt-4o                  | -          | proprietary
        s3           | s3://acme/openai/gpt-4o/model.tar.gz                    | openai/gpt-4o                  | -          | proprietary
        bedrock      | cohere.rerank-v3-5:0                                    | cohere/rerank-v3-5             | -          | proprietary
        oci          | cohere.command-r-plus-08-2024                           | cohere/command-r-plus          | 08-2024    | open
        huggingface  | CohereLabs/c4ai-command-r-plus                          | cohere/command-r-plus          | -          | open
        bedrock      | amazon.nova-pro-v1:0                                    | amazon/nova-pro                | 1          | proprietary
        bedrock      | us.amazon.nova-lite-v1:0                                | amazon/nova-lite               | 1          | proprietary
        bedrock      | amazon.nova-2-lite-v1:0                                 | amazon/nova-2-lite             | 1          | proprietary
        bedrock      | amazon.titan-embed-text-v2:0                            | amazon/titan-embed-text-v2     | -          | proprietary
        bedrock      | amazon.titan-text-express-v1:0:8k                       | amazon/titan-text-express-v1   | -          | proprietary
        bedrock      | arn:aws:bedrock:us-east-1:1:custom-model/amazon.titan-text-express-v1:0:8k/abc | amazon/titan-text-express-v1 | - | proprietary
        any          | grok-4                                                  | xai/grok-4                     | -          | proprietary
        oci          | xai.grok-4.3                                            | xai/grok-4.3                   | -          | proprietary
        bedrock      | global.xai.grok-4.6                                     | xai/grok-4.6                   | -          | proprietary
        azure        | grok-3-mini                                             | xai/grok-3-mini                | -          | proprietary
        huggingface  | xai-org/grok-1                                          | xai/grok-1                     | -          | open
        bedrock      | deepseek.r1-v1:0                                        | deepseek/deepseek-r1           | -          | open
        bedrock      | us.deepseek.r1-v1:0                                     | deepseek/deepseek-r1           | -          | open
        bedrock      | deepseek.v3.2                                           | deepseek/deepseek-v3.2         | -          | open
        huggingface  | deepseek-ai/DeepSeek-R1                                 | deepseek/deepseek-r1           | -          | open
        huggingface  | deepseek-ai/DeepSeek-R1-Distill-Llama-70B               | deepseek/deepseek-r1-distill-llama-70b | -  | open
        huggingface  | deepseek-ai/DeepSeek-V3-0324                            | deepseek/deepseek-v3           | 0324       | open
        ollama       | deepseek-r1:7b                                          | deepseek/deepseek-r1           | -          | open
        huggingface  | Qwen/Qwen3-32B                                          | qwen/qwen3-32b                 | -          | open
        huggingface  | Qwen/Qwen2.5-VL-72B-Instruct                            | qwen/qwen2.5-vl-72b-instruct   | -          | open
        bedrock      | qwen.qwen3-32b-v1:0                                     | qwen/qwen3-32b                 | -          | open
        any          | qwen-max                                                | qwen/qwen-max                  | -          | proprietary
        ollama       | qwen2.5:7b                                              | qwen/qwen2.5-7b                | -          | open
        databricks   | databricks-qwen3-next-80b-a3b-instruct                  | qwen/qwen3-next-80b-a3b-instruct | -        | open
        any          | qwen3-next-80b-a3b                                      | qwen/qwen3-next-80b-a3b        | -          | open
        digitalocean | alibaba-qwen3-32b                                       | qwen/qwen3-32b                 | -          | open
        huggingface  | microsoft/Phi-4                                         | microsoft/phi-4                | -          | open
        azure        | Phi-4-mini-instruct                                     | microsoft/phi-4-mini-instruct  | -          | open
        ollama       | phi3:mini                                               | microsoft/phi-3-mini           | -          | open
        azure        | MAI-DS-R1                                               | microsoft/mai-ds-r1            | -          | open
        azureml      | azureml://registries/azureml/models/Phi-4/versions/7    | microsoft/phi-4                | 7          | open
        azureml      | azureml://registries/azureml-meta/models/Llama-3.3-70B-Instruct/versions/9 | meta/llama-3.3-70b-instruct | 9 | open
        huggingface  | nvidia/llama-3.1-nemotron-70b-instruct                  | nvidia/llama-3.1-nemotron-70b-instruct | -  | open
        any          | nemotron-3-super-120b-a12b                              | nvidia/nemotron-3-super-120b-a12b | -       | open
        huggingface  | ibm-granite/granite-3.1-8b-instruct                     | ibm/granite-3.1-8b-instruct    | -          | open
        huggingface  | moonshotai/Kimi-K2-Instruct                             | moonshot/kimi-k2-instruct      | -          | open
        huggingface  | zai-org/GLM-4.6                                         | zhipu/glm-4.6                  | -          | open
        any          | glm-5                                                   | zhipu/glm-5                    | -          | open
        bedrock      | ai21.jamba-1-5-large-v1:0                               | ai21/jamba-1.5-large           | -          | open
        bedrock      | ai21.j2-ultra-v1                                        | ai21/j2-ultra                  | -          | proprietary
        huggingface  | stabilityai/stable-diffusion-xl-base-1.0                | stability/stable-diffusion-xl-base | -      | open
        bedrock      | stability.sd3-5-large-v1:0                              | stability/sd3-5-large          | -          | open
        bedrock      | stability.stable-image-ultra-v1:1                       | stability/stable-image-ultra   | -          | proprietary
        bedrock      | twelvelabs.pegasus-1-2-v1:0                             | twelvelabs/pegasus-1-2         | -          | proprietary
        bedrock      | luma.ray-v2:0                                           | luma/ray                       | -          | proprietary
        bedrock      | writer.palmyra-x5-v1:0                                  | writer/palmyra-x5              | -          | proprietary
        huggingface  | tiiuae/falcon-7b-instruct                               | tii/falcon-7b-instruct         | -          | open
        huggingface  | BAAI/bge-large-en-v1.5                                  | baai/bge-large-en-v1.5         | -          | open
        huggingface  | sentence-transformers/all-MiniLM-L6-v2                  | sentence-transformers/all-minilm-l6-v2 | -  | open
        ollama       | nomic-embed-text                                        | nomic/nomic-embed-text         | -          | open
        huggingface  | black-forest-labs/FLUX.1-dev                            | black-forest-labs/flux-1-dev   | -          | open
        """, 5);

    public static IEnumerable<object[]> WithFormat() => Table.Rows(
        """
        # name              | format            | id                       | weights
        gpt-4o              | OpenAI            | openai/gpt-4o            | proprietary
        whisper             | OpenAI            | openai/whisper-1         | proprietary
        tts-hd              | OpenAI            | openai/tts-1-hd          | proprietary
        gpt-oss-120b        | OpenAI-OSS        | openai/gpt-oss-120b      | open
        gpt-oss-120b        | OpenAI            | openai/gpt-oss-120b      | open
        next-thing          | OpenAI            | openai/next-thing        | proprietary
        Mistral-Large-3     | Mistral AI        | mistral/mistral-large-3  | open
        Llama-3.3-70B-Instruct | Meta           | meta/llama-3.3-70b-instruct | open
        DeepSeek-R1         | DeepSeek          | deepseek/deepseek-r1     | open
        grok-4              | xAI               | xai/grok-4               | proprietary
        claude-opus-4-5     | Anthropic         | anthropic/claude-opus-4-5 | proprietary
        command-a           | Cohere            | cohere/command-a         | open
        Phi-4               | Microsoft         | microsoft/phi-4          | open
        Kimi-K2-Thinking    | MoonshotAI        | moonshot/kimi-k2-thinking | open
        FLUX-1.1-pro        | Black Forest Labs | black-forest-labs/flux-1.1-pro | proprietary
        fibo                | Bria              | bria/fibo                | proprietary
        """, 4);

    [Theory]
    [MemberData(nameof(OpenAI))]
    [MemberData(nameof(Others))]
    public void Names_a_model(string dialect, string raw, string id, string version, string weights)
    {
        var model = ModelFamilies.BuiltIn.Identify(raw, dialect);

        Assert.Equal(
            id == "-" ? null : (id, version == "-" ? null : version, weights, raw),
            model is null ? null : ((string, string?, string, string)?)(model.Id, model.Version, Written(model.Weights), model.Raw));
    }

    [Theory]
    [MemberData(nameof(WithFormat))]
    public void Format_decides_the_vendor(string name, string format, string id, string weights)
    {
        var model = ModelFamilies.BuiltIn.Identify(name, "azure", format);

        Assert.Equal((id, weights), (model?.Id, model is null ? null : Written(model.Weights)));
    }

    [Theory]
    [InlineData("bedrock", "arn:aws:bedrock:\uFFFC::foundation-model/openai.gpt-5.5", "openai/gpt-5.5")]
    [InlineData("bedrock", "\uFFFC.openai.gpt-5.5", "openai/gpt-5.5")]
    [InlineData("azureml", "azureml://registries/azure-openai/models/gpt-4o/versions/\uFFFC", "openai/gpt-4o")]
    [InlineData("path", "s3://\uFFFC/openai/gpt-4o/model.tar.gz", "openai/gpt-4o")]
    [InlineData("image", "\uFFFC/nim/openai/gpt-oss-20b:\uFFFC", "openai/gpt-oss-20b")]
    [InlineData("huggingface", "openai/\uFFFC", null)]
    [InlineData("huggingface", "\uFFFC/gpt-4o", null)]
    [InlineData("openai-api", "gpt-4o-\uFFFC", null)]
    [InlineData("openai-api", "\uFFFC", null)]
    public void A_hole_is_allowed_where_it_does_not_matter(string dialect, string raw, string? id) =>
        Assert.Equal(id, ModelFamilies.BuiltIn.Identify(raw, dialect)?.Id);

    [Fact]
    public void A_dated_id_is_named_by_either_id()
    {
        var model = ModelFamilies.BuiltIn.Identify("gpt-4o-2024-11-20", "openai-api");

        Assert.Equal(["openai/gpt-4o", "openai/gpt-4o-2024-11-20"], model!.Ids());
        Assert.Equal("gpt-4o", model.Name);
        Assert.Equal("gpt", model.Family);
        Assert.Equal("openai", model.Vendor);
    }

    private static string Written(ModelWeights weights) => weights == ModelWeights.Open ? "open" : "proprietary";
}
