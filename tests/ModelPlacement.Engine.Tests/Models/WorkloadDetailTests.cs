using System;
using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>Where each model is named, which argument or variable carries it, and how all was told: what findings quote and fixes change.</summary>
public sealed class WorkloadDetailTests
{
    public static IEnumerable<object[]> Commands() => Table.Rows(
        """
        # image | environment | arguments | what is told
        # what serves, and how that was told
        vllm/vllm-openai | | serve m | Server vLLM 8000; huggingface m in argument #1; because the image is vLLM
        vllm/vllm-openai | | run --model-tag m | Server vLLM 8000; huggingface m in argument --model-tag #2; because the image is vLLM
        vllm/vllm-openai | | vllm serve m | Server vLLM 8000; huggingface m in argument #2; because runs vLLM
        vllm/vllm-openai | | | Server vLLM 8000; because the image is vLLM
        ollama/ollama | | | Server Ollama 11434; because the image is Ollama
        ghcr.io/huggingface/text-generation-inference | | --model_id m --port=80/tcp | Server Text Generation Inference 80; huggingface m in argument --model-id #1; because the image is Text Generation Inference
        nvcr.io/nim/openai/gpt-oss-20b:1 | | | Server NVIDIA NIM 8000; image nvcr.io/nim/openai/gpt-oss-20b:1 in image; because the image is NVIDIA NIM
        acme/base:1 | | vllm serve m | Server vLLM 8000; huggingface m in argument #2; because runs vLLM
        acme/base:1 | | serve m | Other - -
        acme/base:1 | MODEL_ID=m | sh -c "./start --all" | Server - -; huggingface m in environment variable MODEL_ID $MODEL_ID; artifact image acme/base:1 in image; because environment variable MODEL_ID is one of model servers
        vllm/vllm-openai | | /bin/sh -c "./start --all" | Other - -; because runs a script of its own in an image of vLLM
        vllm/vllm-openai | | /bin/sh -c "vllm serve m" | Server vLLM 8000; huggingface m in argument #2; because runs vLLM
        vllm/vllm-openai | | /usr/bin/Sleep 5 | Other - -; because runs sleep in an image of vLLM
        vllm/vllm-openai | | env | Other - -; because runs env in an image of vLLM
        vllm/vllm-openai | | train.py | Server vLLM 8000; huggingface train.py in argument #0; because the image is vLLM
        - | | | Other - -
        # what only wraps a command
        - | | sudo -u app -E nohup nice -n 5 vllm serve m | Server vLLM 8000; huggingface m in argument #10; because runs vLLM
        - | | A=b timeout -k 5 60 C=d vllm serve m | Server vLLM 8000; huggingface m in argument #8; because runs vLLM
        - | | env -u HOME -C /srv A=b vllm serve m | Server vLLM 8000; huggingface m in argument #8; because runs vLLM
        - | | env -i vllm serve m | Server vLLM 8000; huggingface m in argument #4; because runs vLLM
        - | | nohup | Other - -
        - | | timeout 60 | Other - -
        - | | taskset -c 0 vllm serve m | Server vLLM 8000; huggingface m in argument #5; because runs vLLM
        - | | uv run --with vllm vllm serve m | Server vLLM 8000; huggingface m in argument #6; because runs vLLM
        - | | conda run -n llm vllm serve m | Server vLLM 8000; huggingface m in argument #6; because runs vLLM
        # shells
        - | | bash -l -c "vllm serve m" | Server vLLM 8000; huggingface m in argument #3; because runs vLLM
        - | | bash --norc -euc "vllm serve m" | Server vLLM 8000; huggingface m in argument #3; because runs vLLM
        - | | bash --rcfile "vllm serve m" | Other - -
        - | | busybox sh -c "vllm serve m" | Server vLLM 8000; huggingface m in argument #3; because runs vLLM
        - | | sh start.sh -c "vllm serve m" | Other - -
        - | | sh -c | Other - -
        - | | sh c "vllm serve m" | Other - -
        # interpreters
        - | | python3 -u -m VLLM.Entrypoints.OpenAI.Api_Server --model m | Server vLLM 8000; huggingface m in argument --model #5; because runs vLLM
        - | | python3.11 -m | Other - -
        - | | python | Other - -
        - | | /opt/bin/python -O C:\venv\text-generation-server --model-id m | Server Text Generation Inference 80; huggingface m in argument --model-id #4; because runs Text Generation Inference
        - | | python train.py --model m | Other - -
        - | | pypy3 -m http.server | Other - -
        # options
        vllm/vllm-openai | | --model | Server vLLM 8000; because the image is vLLM
        vllm/vllm-openai | | - m | Server vLLM 8000; huggingface - in argument #0; because the image is vLLM
        vllm/vllm-openai | | --trust-remote-code m n | Server vLLM 8000; huggingface m in argument #1; because the image is vLLM
        vllm/vllm-openai | | --seed 1 m | Server vLLM 8000; huggingface m in argument #2; because the image is vLLM
        vllm/vllm-openai | | --seed --model m | Server vLLM 8000; huggingface m in argument --model #2; because the image is vLLM
        vllm/vllm-openai | | --model --seed | Server vLLM 8000; huggingface --seed in argument --model #1; because the image is vLLM
        vllm/vllm-openai | | --model= --port= | Server vLLM 8000; huggingface ? in argument --model #0; because the image is vLLM
        vllm/vllm-openai | | --model=m --model n | Server vLLM 8000; huggingface m in argument --model #0; huggingface n in argument --model #2; because the image is vLLM
        vllm/vllm-openai | | --port x --port 0 --port 65536 | Server vLLM 8000; because the image is vLLM
        vllm/vllm-openai | | --port 1 | Server vLLM 1; because the image is vLLM
        vllm/vllm-openai | | --port 65535 | Server vLLM 65535; because the image is vLLM
        vllm/vllm-openai | | --port 0.0.0.0:9000/tcp | Server vLLM 9000; because the image is vLLM
        vllm/vllm-openai | | --served-model-name a | Server vLLM 8000; alias huggingface a in argument --served-model-name #1; because the image is vLLM
        vllm/vllm-openai | | --model m,n --served_model_name=a | Server vLLM 8000; huggingface m,n in argument --model #1; alias huggingface a in argument --served-model-name #2; because the image is vLLM
        ghcr.io/ggml-org/llama.cpp:server | | -m a,b --alias c | Server llama.cpp 8080; huggingface a,b in argument -m #1; alias huggingface c in argument --alias #3; because the image is llama.cpp
        ghcr.io/ggml-org/llama.cpp:server | | -hf_repo x | Server llama.cpp 8080; because the image is llama.cpp
        ollama/ollama | | pull a b | Server Ollama 11434; ollama a in argument #1; because the image is Ollama
        localai/localai | | run a b;c --x | Server LocalAI 8080; any a in argument #1; any b in argument #2; any c in argument #2; because the image is LocalAI
        # variables
        vllm/vllm-openai | MODEL_ID=,MODEL=m,SERVED_MODEL_NAME=,PORT=81 | | Server vLLM 81; huggingface m in environment variable MODEL $MODEL; because the image is vLLM
        vllm/vllm-openai | MODEL_ID=m,SERVED_MODEL_NAME=a,PORT=<?> | --port 82 | Server vLLM 82; huggingface m in environment variable MODEL_ID $MODEL_ID; alias huggingface a in environment variable SERVED_MODEL_NAME $SERVED_MODEL_NAME; because the image is vLLM
        vllm/vllm-openai | MODEL_ID=<?>,SERVED_MODEL_NAME=<?> | | Server vLLM 8000; huggingface ? in environment variable MODEL_ID $MODEL_ID; alias huggingface ? in environment variable SERVED_MODEL_NAME $SERVED_MODEL_NAME; because the image is vLLM
        vllm/vllm-openai | MODEL_ID=m,OPENAI_API_KEY=k | | Server vLLM 8000; huggingface m in environment variable MODEL_ID $MODEL_ID; because the image is vLLM
        ghcr.io/berriai/litellm | OPENAI_API_KEY=k,LITELLM_MODEL=azure/m | --model bedrock/n --port 4001 | Proxy LiteLLM 4001; litellm bedrock/n (aws) in argument --model #1; to https://api.openai.com/v1 (openai) in environment variable OPENAI_API_KEY; because the image is LiteLLM; because environment variable OPENAI_API_KEY is one of a client
        acme/app | MODELS=;a;; b ; | | Other - -; any a in environment variable MODELS $MODELS; any b in environment variable MODELS $MODELS; artifact image acme/app in image
        acme/app | MODEL=x,HF_MODEL_ID=,OLLAMA_MODEL=<?>,SERVED_MODEL_NAME=s | | Server - -; any x in environment variable MODEL $MODEL; ollama ? in environment variable OLLAMA_MODEL $OLLAMA_MODEL; alias any s in environment variable SERVED_MODEL_NAME $SERVED_MODEL_NAME; artifact image acme/app in image; because environment variable OLLAMA_MODEL is one of model servers; because environment variable SERVED_MODEL_NAME is one of model servers
        acme/app | OPENAI_MODEL=m,OPENAI_API_KEY= | | Client - -; openai-api m in environment variable OPENAI_MODEL $OPENAI_MODEL; artifact image acme/app in image; because environment variable OPENAI_MODEL is one of a client
        acme/app | OPENAI_API_KEY=k,ANTHROPIC_API_KEY=l,AZURE_API_KEY=m | | Client - -; artifact image acme/app in image; to https://api.anthropic.com (anthropic) in environment variable ANTHROPIC_API_KEY; to ? (azure) in environment variable AZURE_API_KEY; to https://api.openai.com/v1 (openai) in environment variable OPENAI_API_KEY; because environment variable ANTHROPIC_API_KEY is one of a client; because environment variable AZURE_API_KEY is one of a client; because environment variable OPENAI_API_KEY is one of a client
        acme/app | OPENAI_API_KEY=k,AZURE_API_KEY=m,OPENAI_BASE_URL=https://x.openai.azure.com;http://vllm:8000;https://api.openai.com:443/v1?a | | Client - -; artifact image acme/app in image; to https://x.openai.azure.com (azure) in environment variable OPENAI_BASE_URL; to http://vllm:8000 in environment variable OPENAI_BASE_URL; to https://api.openai.com:443/v1?a (openai) in environment variable OPENAI_BASE_URL; because environment variable AZURE_API_KEY is one of a client; because environment variable OPENAI_API_KEY is one of a client; because environment variable OPENAI_BASE_URL is one of a client
        acme/app | OPENAI_PROJECT_ID=p | | Client - -; artifact image acme/app in image; to https://api.openai.com/v1 (openai) in environment variable OPENAI_PROJECT_ID; because environment variable OPENAI_PROJECT_ID is one of a client
        acme/app | OPENAI_BASE_URL=eu.api.openai.com,OPENAI_MODEL=azure/m | | Client - -; openai-api azure/m (azure) in environment variable OPENAI_MODEL $OPENAI_MODEL; artifact image acme/app in image; to eu.api.openai.com (openai) in environment variable OPENAI_BASE_URL; because environment variable OPENAI_BASE_URL is one of a client; because environment variable OPENAI_MODEL is one of a client
        acme/app | VERTEX_MODEL=m,MODEL_ID=n | | Client - -; vertex m (gcp) in environment variable VERTEX_MODEL $VERTEX_MODEL; huggingface n in environment variable MODEL_ID $MODEL_ID; artifact image acme/app in image; because environment variable VERTEX_MODEL is one of a client
        - | OPENAI_API_KEY=k,MODEL_NAME=m | | Client - -; any m in environment variable MODEL_NAME $MODEL_NAME; to https://api.openai.com/v1 (openai) in environment variable OPENAI_API_KEY; because environment variable OPENAI_API_KEY is one of a client
        - | HF_MODEL_ID=m | vllm serve n | Server vLLM 8000; huggingface n in argument #2; because runs vLLM
        - | HF_MODEL_ID=m | ./start | Server - -; huggingface m in environment variable HF_MODEL_ID $HF_MODEL_ID; because environment variable HF_MODEL_ID is one of model servers
        # weights that are fetched
        - | | huggingface-cli download --local-dir /models org/m | Other - -; artifact huggingface org/m in argument #4
        - | | hf upload org/m | Other - -
        - | | hf download <?> org/n | Other - -; artifact huggingface org/n in argument #3
        - | | aws --region eu-west-1 S3 cp S3://acme/m . | Other - -; artifact path S3://acme/m in argument #5
        - | | aws s3 ls s3://acme/m | Other - -
        - | | wget -q https://huggingface.co/org/m/resolve/main/x.gguf https://huggingface.co/org/n | Other - -; artifact huggingface https://huggingface.co/org/m/resolve/main/x.gguf in argument #2
        - | | git clone --depth 1 https://hf.co/org/m | Other - -; artifact huggingface https://hf.co/org/m in argument #4
        # containers
        - | A=m,B=<?> | docker run -it --rm --name x -p 127.0.0.1:80:8000/tcp -p 81:8001 -e MODEL=m -e A -e B -e C -e =x -e D= --env=MODEL_ID=n vllm/vllm-openai:1 --port 9000 | Server vLLM 80; huggingface n in environment variable MODEL_ID; huggingface m in environment variable MODEL; because the image is vLLM
        - | | podman create --publish=8000 --env SERVED_MODEL_NAME=a vllm/vllm-openai m | Server vLLM 8000; huggingface m in argument #6; alias huggingface a in environment variable SERVED_MODEL_NAME; because the image is vLLM
        - | | docker run --entrypoint vllm -d acme/base serve m | Server vLLM 8000; huggingface m in argument #7; because runs vLLM
        - | | docker run --entrypoint=ollama acme/base pull m | Server Ollama 11434; ollama m in argument #5; because runs Ollama
        - | | docker run -e | Other - -
        - | | docker run --rm | Other - -
        - | | docker run | Other - -
        - | | docker -H tcp://x ps | Other - -
        - | | docker --context x model run -d ai/m hello | Server Docker Model Runner 12434; image ai/m in argument #6; because runs Docker Model Runner
        - | | docker model run | Other - -
        - | | docker model pull ai/m | Server Docker Model Runner 12434; image ai/m in argument #3; because runs Docker Model Runner
        - | | docker run acme/app | Other - -; artifact image acme/app in image
        """, 4);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_is_told(string image, string environment, string arguments, string told) =>
        Assert.Equal(told, Told(WorkloadReaderTests.Source(image, environment, arguments)));

    [Theory]
    [InlineData("http://ollama:11434/api/chat", "{\"model\": \"m\", \"name\": \"n\"}", "Server Ollama 11434; ollama m in argument #3; because asks Ollama for a model")]
    [InlineData("ollama/api/pull", "{\"name\":\"n\"}", "Server Ollama 11434; ollama n in argument #3; because asks Ollama for a model")]
    [InlineData("ollama/api/pull", "\"name\":\"n\"", "Server Ollama 11434; ollama n in argument #3; because asks Ollama for a model")]
    [InlineData("ollama/api/pull", "{\"model\":", "Other - -")]
    [InlineData("ollama/api/pull", "{\"model\":\"m", "Other - -")]
    [InlineData("ollama/api/pull", "{\"model\":\"m, \"name\":\"n\"}", "Server Ollama 11434; ollama m,  in argument #3; because asks Ollama for a model")]
    [InlineData("ollama/api/tags", "{\"model\":\"m\"}", "Other - -")]
    public void Request_is_told(string address, string body, string told) =>
        Assert.Equal(told, Told(new WorkloadSource { Arguments = ["curl", address, "-d", body] }));

    [Theory]
    [InlineData(4, "Server vLLM 8000; huggingface m in argument #15; because the image is vLLM")]
    [InlineData(5, "Server vLLM 8000; huggingface m in argument #18; because the image is vLLM")]
    [InlineData(6, "Other - -; because a command is too long or nested too deep to be read")]
    public void Containers_in_containers_are_read_to_a_depth(int containers, string told) =>
        Assert.Equal(told, Told(new WorkloadSource
        {
            Arguments = [.. Enumerable.Repeat(new[] { "docker", "run", "base" }, containers).SelectMany(static words => words), "docker", "run", "vllm/vllm-openai", "m"],
        }));

    [Theory]
    [InlineData(2000, "Server vLLM 8000; huggingface m in argument --model #1999; because the image is vLLM")]
    [InlineData(2001, "Other - -; because a command is too long or nested too deep to be read")]
    public void Commands_are_read_to_a_length(int words, string told) =>
        Assert.Equal(told, Told(new WorkloadSource { Image = "vllm/vllm-openai", Arguments = [.. Enumerable.Repeat("--enforce-eager", words - 2), "--model", "m"] }));

    public static IEnumerable<object[]> Scripts() => new (string Script, string Told)[]
    {
        // The line of a command, of a command in a here-document, of one that spans lines.
        ("\n\nvllm serve \\\n  m\n", "Server vLLM 8000; huggingface m in script, line 4; because runs vLLM"),
        ("cat > /x.sh <<E\n#!/bin/sh\nollama pull m\nE\n", "Server Ollama 11434; ollama m in script, line 3; because runs Ollama"),
        ("#\nsh <<E\n\nollama pull m\nE\n", "Server Ollama 11434; ollama m in script, line 4; because runs Ollama"),
        ("cat > /x.service <<E\n[Unit]\n[Service]\nEnvironment=A=m\nExecStart=+/bin/ollama pull $A\nE\n", "Server Ollama 11434; ollama ? in script, line 5; because runs Ollama"),
        ("cat > /etc/x <<E\nollama pull m\nE\n", "Server Ollama 11434; ollama m in script, line 2; because runs Ollama"),
        ("cat > /x.sh <<E\nservices: a\nollama pull m\nE\n", "Server Ollama 11434; ollama m in script, line 3; because runs Ollama"),
        ("/bin/bash -s <<E\nservices: a\nollama pull m\nE\n", "Server Ollama 11434; ollama m in script, line 3; because runs Ollama"),
        ("ollama serve &\n\nsh -c 'true\nollama pull m'", "Server Ollama 11434; ollama m in script, line 4; because runs Ollama"),
        ("MODEL=m docker run -e MODEL vllm/vllm-openai", "Server vLLM 8000; huggingface m in environment variable MODEL; because the image is vLLM"),
        ("MODEL=m\nMODEL=n vllm serve $MODEL", "Server vLLM 8000; huggingface m in script, line 2; because runs vLLM"),
        ("if t; then MODEL=m; else MODEL=n; fi\ndocker run -e MODEL vllm/vllm-openai", "Server vLLM 8000; huggingface ? in environment variable MODEL; because the image is vLLM"),
        ("wget https://huggingface.co/org/m", "Other - -; artifact huggingface https://huggingface.co/org/m in script, line 1"),
        ("a\nhf download org/m --local-dir .", "Other - -; artifact huggingface org/m in script, line 2"),
        ("curl ollama/api/pull -d '{\"name\": \"m\"}'", "Server Ollama 11434; ollama m in script, line 1; because asks Ollama for a model"),
        ("docker model run ai/m", "Server Docker Model Runner 12434; image ai/m in script, line 1; because runs Docker Model Runner"),
        ("export OPENAI_API_KEY=$KEY HF_MODEL_ID=\n./serve", "Client - -; to https://api.openai.com/v1 (openai) in environment variable OPENAI_API_KEY; because environment variable OPENAI_API_KEY is one of a client"),

        // Documents.
        ("bootcmd:\n- ollama pull m\nruncmd:\n- [ollama, pull, n]\n- {a: b}\n", "Server Ollama 11434; ollama m in script, line 2; ollama n in script, line 4; because runs Ollama"),
        ("runcmd: ollama pull m", "Other - -"),
        ("\n \n# c\nstartup-script: |\n  ollama pull m\nuser-data: ollama pull n\ncontents: ollama pull o\ncontent: [ollama pull p]", "Server Ollama 11434; ollama m in script, line 4; ollama n in script, line 6; ollama o in script, line 7; because runs Ollama"),
        ("{\"source\": \"data:,ollama%20pull%20m\", \"a\": {\"inline\": \"data:text/plain;base64,b2xsYW1hIHB1bGwgbg==\"}}", "Server Ollama 11434; ollama m in script, line 1; ollama n in script, line 1; because runs Ollama"),
        ("{\n\"source\": \"ollama pull m\", \"contents\": \"ollama pull n, o\", \"content\": \"data:;base64,ollama pull o\"}", "Server Ollama 11434; ollama n, in script, line 2; ollama o in script, line 2; because runs Ollama"),
        ("--- # a\ncontent: ollama pull m\n---\ncontent: ollama pull n", "Server Ollama 11434; ollama m in script, line 2; ollama n in script, line 2; because runs Ollama"),
        ("## template: jinja\na b:\n content: ollama pull m", "Server Ollama 11434; ollama m in script, line 3; because runs Ollama"),
        ("#cloud-config\na b:\n content: ollama pull m", "Server Ollama 11434; ollama m in script, line 3; because runs Ollama"),
        ("a_b-1: x\nc: {content: ollama pull m}", "Server Ollama 11434; ollama m in script, line 2; because runs Ollama"),
        ("a.b: x\nc: {content: ollama pull m}", "Other - -"),
        ("a:b\nollama pull m", "Server Ollama 11434; ollama m in script, line 2; because runs Ollama"),
        (": a\nollama pull m", "Server Ollama 11434; ollama m in script, line 2; because runs Ollama"),
        ("ollama pull m # a: b", "Server Ollama 11434; ollama m in script, line 1; because runs Ollama"),
        ("#!/bin/sh\na: b\nollama pull m", "Server Ollama 11434; ollama m in script, line 3; because runs Ollama"),
        ("#\n\n", "Other - -"),
        ("services:\n  a:\n    image: vllm/vllm-openai\n    entrypoint: [vllm, serve]\n    command: m --port $P\n    args: [--seed, 1]\n    environment: {PORT: 81, A: [b]}\n", "Server vLLM 81; huggingface m in script, line 5; because runs vLLM"),
        ("services:\n  a:\n    image: acme/app\n    environment: [MODEL=m, A, {name: HF_MODEL_ID, value: n}, {name: B, valueFrom: {}}]\n    env: [{value: x}]\n", "Server - -; huggingface n in environment variable HF_MODEL_ID; any m in environment variable MODEL; artifact image acme/app in image; because environment variable HF_MODEL_ID is one of model servers"),
        ("model_list:\n- litellm_params: {model: azure/m, api_base: $BASE}\n- litellm_params: {api_base: x}\n- model_name: y\n- z\n", "Proxy LiteLLM 4000; litellm azure/m (azure) to ? in configuration file, api_base in configuration file, model; because a configuration file of LiteLLM names models"),
        ("model_list: x", "Other - -"),

        // Messages of several parts.
        ("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B; a=b\n\n--B\n\nollama pull l\n--B\nContent-Type: text/x-shellscript\n\nollama pull m\n--B--", "Server Ollama 11434; ollama l in script, line 1; ollama m in script, line 1; because runs Ollama"),
        ("content-type: multipart/mixed; Boundary=\"B\"\r\n\r\n--B\r\nA: b\r\n\r\nollama pull m\r\n--B--", "Server Ollama 11434; ollama m in script, line 1; because runs Ollama"),
        ("Content-Type: multipart/mixed\n\n--B\n\nollama pull m", "Other - -"),
        ("Content-Type: multipart/mixed; boundary=\n\n--\n\nollama pull m", "Other - -"),
        ("Content-Type: multipart/mixed; boundary=B", "Other - -"),
        ("Content-Type: multipart/mixed; boundary=B\n--B\nA: b\n", "Other - -"),
    }.Select(static row => new object[] { row.Script, row.Told });

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_is_told(string script, string told) => Assert.Equal(told, Told(new WorkloadSource { Script = script }));

    [Theory]
    [InlineData(5, "Server Ollama 11434; ollama m in script, line 1; because runs Ollama")]
    [InlineData(6, "Other - -")]
    public void Texts_in_texts_are_read_to_a_depth(int texts, string told)
    {
        var script = "ollama pull m";
        for (var text = 0; text < texts; text++)
            script = "{\"content\": " + System.Text.Json.JsonSerializer.Serialize(script) + "}";
        Assert.Equal(told, Told(new WorkloadSource { Script = script }));
    }

    [Theory]
    [InlineData(256 * 1024, "Server Ollama 11434; ollama m in script, line 2; because runs Ollama")]
    [InlineData((256 * 1024) + 1, "Server Ollama 11434; ollama m in script, line 2; because only the first 262144 characters of the script were read; because runs Ollama")]
    public void A_long_script_is_cut_and_that_is_said(int length, string told)
    {
        const string last = "\nollama pull m  ";
        Assert.Equal(told, Told(new WorkloadSource { Script = "#".PadRight(length - last.Length, 'a') + last }));
    }

    [Fact]
    public void A_script_in_an_argument_knows_the_variables_of_its_container() =>
        Assert.Equal(
            "Server Ollama 11434; ollama m in argument #2; ollama ? in argument #2; artifact image acme/base in image; because runs Ollama",
            Told(new WorkloadSource { Image = "acme/base", Environment = [new("A", "m"), new("B", null)], Arguments = ["sh", "-c", "ollama pull $A\nollama pull $B"] }));

    internal static string Told(WorkloadSource source)
    {
        var workload = WorkloadReader.Read(source);
        return string.Join("; ",
            new[] { FormattableString.Invariant($"{workload.Kind} {workload.Engine ?? "-"} {workload.Port?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}") }
                .Concat(workload.Mentions.Select(static mention =>
                    (mention.Kind == MentionKind.Model ? "" : mention.Kind.ToString().ToLowerInvariant() + " ") + mention.Dialect + " " + (mention.Raw ?? "?")
                    + (mention.ServedBy is null ? "" : $" ({mention.ServedBy})") + (mention.Upstream is null ? "" : " " + To(mention.Upstream)) + " in " + mention.Where
                    + (mention.ArgumentIndex is null ? "" : FormattableString.Invariant($" #{mention.ArgumentIndex}")) + (mention.EnvironmentName is null ? "" : " $" + mention.EnvironmentName)))
                .Concat(workload.Upstreams.Select(To))
                .Concat(workload.Reasons.Select(static reason => "because " + reason)));
    }

    private static string To(Upstream upstream) =>
        "to " + (upstream.Address ?? "?") + (upstream.Cloud is null ? "" : $" ({upstream.Cloud})") + (upstream.Vendor is null ? "" : $" ({upstream.Vendor})") + " in " + upstream.Where;
}
