using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using ModelPlacement.Engine.Models;
using Xunit;

namespace ModelPlacement.Engine.Tests.Models;

/// <summary>User data, start-up scripts and cloud-init documents, and what they start.</summary>
public sealed class WorkloadScriptTests
{
    private const string DockerRun =
        """
        #!/bin/bash
        set -euo pipefail
        apt-get update && apt-get install -y docker.io
        # The model server.
        docker run -d --restart always --gpus all \
          -p 80:8000 -v /models:/root/.cache/huggingface \
          -e HF_TOKEN="$TOKEN" --name vllm \
          vllm/vllm-openai:latest \
          --model openai/gpt-oss-20b
        """;

    public static IEnumerable<object[]> Scripts() => new (string Is, string Script, string Expected)[]
    {
        ("docker run", DockerRun, "Server vLLM 80: huggingface openai/gpt-oss-20b"),
        ("docker run with variables",
            """
            #!/bin/bash
            export MODEL_ID=openai/gpt-oss-20b
            IMAGE="ghcr.io/huggingface/text-generation-inference:${TAG:-3.0}"
            docker run -d -e MODEL_ID -p 8080:80 "$IMAGE"
            """, "Server Text Generation Inference 8080: huggingface openai/gpt-oss-20b"),
        ("podman with env and entrypoint",
            """
            podman run --rm --env=OLLAMA_HOST=0.0.0.0 --entrypoint /bin/sh docker.io/ollama/ollama -c 'ollama serve & ollama pull gpt-oss:20b; wait'
            """, "Server Ollama 11434: ollama gpt-oss:20b"),
        ("docker model run",
            """
            docker model run ai/gpt-oss
            """, "Server Docker Model Runner 12434: image ai/gpt-oss"),
        ("pip and vllm serve",
            """
            #!/bin/bash
            python3 -m venv /opt/venv
            /opt/venv/bin/pip install vllm
            MODEL=openai/gpt-oss-120b
            nohup /opt/venv/bin/vllm serve "$MODEL" --port 8000 > /var/log/vllm.log 2>&1 &
            """, "Server vLLM 8000: huggingface openai/gpt-oss-120b"),
        ("sudo and env",
            """
            sudo -u ubuntu env HF_HOME=/data nohup python3 -u -m vllm.entrypoints.openai.api_server --model openai/gpt-4o &
            """, "Server vLLM 8000: huggingface openai/gpt-4o"),
        ("array of arguments",
            """
            ARGS=(
              --model openai/gpt-oss-20b
              --port 9000
            )
            python -m vllm.entrypoints.openai.api_server "${ARGS[@]}"
            """, "Server vLLM 9000: huggingface openai/gpt-oss-20b"),
        ("words in a variable",
            """
            OPTS="--model openai/gpt-oss-20b --port 9000"
            vllm serve $OPTS
            """, "Server vLLM 9000: huggingface openai/gpt-oss-20b"),
        ("ollama",
            """
            #!/bin/bash
            curl -fsSL https://ollama.com/install.sh | sh
            systemctl enable --now ollama
            until curl -s localhost:11434; do sleep 1; done
            ollama pull gpt-oss:20b
            ollama run llama3.1:8b "hello"
            """, "Server Ollama 11434: ollama gpt-oss:20b; ollama llama3.1:8b"),
        ("loop over models",
            """
            for m in gpt-oss:20b llama3; do
              ollama pull "$m"
            done
            """, "Server Ollama 11434: ollama gpt-oss:20b; ollama llama3"),
        ("value chosen in a branch",
            """
            MODEL=openai/gpt-oss-20b
            if [ -n "$BIG" ]; then MODEL=openai/gpt-oss-120b; fi
            vllm serve $MODEL
            """, "Server vLLM 8000: huggingface openai/gpt-oss-20b; huggingface openai/gpt-oss-120b"),
        ("value that is not known",
            """
            MODEL=$(aws ssm get-parameter --name model)
            vllm serve $MODEL
            """, "Server vLLM 8000: huggingface ?"),
        ("default of a variable",
            """
            vllm serve "${MODEL:-openai/gpt-oss-20b}" --port "${PORT:-8080}"
            """, "Server vLLM 8080: huggingface openai/gpt-oss-20b"),
        ("request to ollama",
            """
            curl http://localhost:11434/api/pull -d '{"name": "gpt-oss:20b"}'
            """, "Server Ollama 11434: ollama gpt-oss:20b"),
        ("systemd unit in a here-document",
            """
            #!/bin/bash
            cat > /etc/systemd/system/vllm.service <<'EOF'
            [Unit]
            Description=vLLM with gpt-4o speed
            [Service]
            Environment="HF_HOME=/data" "MODEL=openai/gpt-oss-20b"
            ExecStartPre=-/usr/bin/docker pull vllm/vllm-openai
            ExecStart=/usr/bin/docker run --rm -p 8000:8000 vllm/vllm-openai:latest \
              --model openai/gpt-oss-20b
            Restart=always
            EOF
            systemctl daemon-reload
            systemctl enable --now vllm
            """, "Server vLLM 8000: huggingface openai/gpt-oss-20b"),
        ("systemd unit through tee, with a variable",
            """
            MODEL=openai/gpt-4o
            sudo tee /etc/systemd/system/llm.service > /dev/null <<EOF
            [Service]
            ExecStart=/opt/venv/bin/vllm serve $MODEL --port 9000
            EOF
            """, "Server vLLM 9000: huggingface openai/gpt-4o"),
        ("script in a here-document",
            """
            cat <<'SCRIPT' > /opt/start.sh
            #!/bin/sh
            exec llama-server -hf ggml-org/gpt-oss-20b-GGUF --port 8081
            SCRIPT
            chmod +x /opt/start.sh && /opt/start.sh
            """, "Server llama.cpp 8081: huggingface ggml-org/gpt-oss-20b-GGUF"),
        ("here-document fed to a shell",
            """
            sudo -u app bash <<-END
            	vllm serve openai/gpt-oss-20b
            	END
            """, "Server vLLM 8000: huggingface openai/gpt-oss-20b"),
        ("Compose file in a here-document",
            """
            export MODEL=openai/gpt-oss-20b
            cat > docker-compose.yml <<'EOF'
            services:
              llm:
                image: vllm/vllm-openai:latest
                command: --model ${MODEL} --port 8000
                ports: ["80:8000"]
              web:
                image: nginx:1.27
            EOF
            docker compose up -d
            """, "Server vLLM 8000: huggingface openai/gpt-oss-20b; artifact image nginx:1.27"),
        ("Compose file with lists",
            """
            services:
              tgi:
                image: ghcr.io/huggingface/text-generation-inference:3
                environment:
                  - MODEL_ID=openai/gpt-oss-20b
                command: ["--port", "8080"]
            """, "Server Text Generation Inference 8080: huggingface openai/gpt-oss-20b"),
        ("manifest fed to kubectl",
            """
            kubectl apply -f - <<EOF
            apiVersion: apps/v1
            kind: Deployment
            spec:
              template:
                spec:
                  containers:
                    - name: ollama
                      image: ollama/ollama
                      env:
                        - name: OLLAMA_MODEL
                          value: gpt-oss:20b
            ---
            apiVersion: v1
            kind: Service
            EOF
            """, "Server Ollama 11434: ollama gpt-oss:20b"),
        ("LiteLLM configuration",
            """
            cat > /etc/litellm.yaml <<'EOF'
            model_list:
              - model_name: chat
                litellm_params:
                  model: openai/gpt-4o
              - model_name: safe
                litellm_params:
                  model: azure/gpt-4o
                  api_base: https://acme.openai.azure.com
            EOF
            litellm --config /etc/litellm.yaml
            """, "Proxy LiteLLM 4000: litellm openai/gpt-4o; litellm azure/gpt-4o (azure) to https://acme.openai.azure.com (azure)"),
        ("client",
            """
            #!/bin/bash
            export OPENAI_API_KEY=$(aws secretsmanager get-secret-value --secret-id k)
            export OPENAI_MODEL=gpt-4o
            node /srv/app.js
            """, "Client - -: openai-api gpt-4o; to https://api.openai.com/v1 (openai)"),
        ("variables for a server started otherwise",
            """
            echo starting
            export HF_MODEL_ID=openai/gpt-oss-20b
            /opt/serve
            """, "Server - -: huggingface openai/gpt-oss-20b"),
        ("weights that are fetched",
            """
            pip install "huggingface_hub[cli]"
            huggingface-cli download openai/gpt-oss-20b --local-dir /models
            aws s3 cp s3://acme-weights/whisper-large-v3/model.bin /models/
            """, "Other - -: artifact huggingface openai/gpt-oss-20b; artifact path s3://acme-weights/whisper-large-v3/model.bin"),
        ("cloud-init commands",
            """
            #cloud-config
            package_update: true
            runcmd:
              - curl -fsSL https://ollama.com/install.sh | sh
              - [ollama, pull, "gpt-oss:20b"]
              - [sh, -c, "ollama run llama3"]
            """, "Server Ollama 11434: ollama gpt-oss:20b; ollama llama3"),
        ("cloud-init files",
            """
            #cloud-config
            write_files:
              - path: /etc/systemd/system/llm.service
                content: |
                  [Service]
                  ExecStart=/usr/bin/docker run -p 8000:8000 vllm/vllm-openai --model openai/gpt-oss-20b
              - path: /opt/other.sh
                encoding: b64
                content: IyEvYmluL3NoCm9sbGFtYSBwdWxsIGdwdC1vc3M6MjBiCg==
            runcmd:
              - systemctl start llm
            """, "Server vLLM 8000: huggingface openai/gpt-oss-20b; ollama gpt-oss:20b"),
        ("MIME message",
            """
            Content-Type: multipart/mixed; boundary="==B=="
            MIME-Version: 1.0

            --==B==
            Content-Type: text/cloud-config; charset="us-ascii"

            #cloud-config
            runcmd:
              - ollama pull gpt-oss:20b
            --==B==
            Content-Type: text/x-shellscript; charset="us-ascii"

            #!/bin/bash
            ollama pull llama3
            --==B==--
            """, "Server Ollama 11434: ollama gpt-oss:20b; ollama llama3"),
        ("Ignition",
            """
            {"ignition":{"version":"3.4.0"},"systemd":{"units":[{"name":"llm.service","enabled":true,
            "contents":"[Service]\nExecStart=/usr/bin/podman run -p 8000:8000 vllm/vllm-openai --model openai/gpt-oss-20b\n"}]}}
            """, "Server vLLM 8000: huggingface openai/gpt-oss-20b"),
        ("container declaration of a virtual machine",
            """
            spec:
              containers:
                - name: vllm
                  image: vllm/vllm-openai:latest
                  args: [--model, openai/gpt-oss-20b]
            """, "Server vLLM 8000: huggingface openai/gpt-oss-20b"),
        ("PowerShell",
            """
            <powershell>
            ollama pull gpt-oss:20b
            </powershell>
            """, "Server Ollama 11434: ollama gpt-oss:20b"),
        ("mentions in comments, echoes and names",
            """
            #!/bin/bash
            # vllm serve openai/gpt-4o
            echo "we do not serve gpt-4o, ollama run gpt-4o"
            mkdir -p /data/gpt-4o && cd /data/gpt-4o
            hostnamectl set-hostname gpt-4o
            docker ps --filter name=gpt-4o
            """, "Other - -: "),
        ("training",
            """
            torchrun --nproc_per_node 8 train.py --model openai/gpt-oss-20b
            """, "Other - -: "),
        ("nothing", "\n\n", "Other - -: "),
    }.Select(static row => new object[] { row.Is, row.Script, row.Expected });

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_starts(string what, string script, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, Described(script));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void The_same_in_base64(string what, string script, string expected)
    {
        Assert.NotEmpty(what);
        Assert.Equal(expected, Described(Convert.ToBase64String(Encoding.UTF8.GetBytes(script))));
    }

    [Fact]
    public void The_same_compressed()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionMode.Compress))
            zip.Write(Encoding.UTF8.GetBytes(DockerRun));

        Assert.Equal("Server vLLM 80: huggingface openai/gpt-oss-20b", Described(Convert.ToBase64String(packed.ToArray())));
    }

    [Fact]
    public void Windows_line_endings_are_read() =>
        Assert.Equal("Server vLLM 80: huggingface openai/gpt-oss-20b", Described(DockerRun.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Fact]
    public void A_mention_in_a_script_says_its_line() =>
        Assert.Equal("script, line 9", WorkloadReader.Read(new WorkloadSource { Script = DockerRun }).Mentions.Single().Where);

    [Fact]
    public void A_hole_leaves_the_rest_readable() =>
        Assert.Equal(
            "Server vLLM 8000: huggingface openai/gpt-oss-20b; alias huggingface \uFFFC-chat",
            Described("docker run \uFFFC/vllm/vllm-openai:\uFFFC --model openai/gpt-oss-20b --served-model-name \uFFFC-chat"));

    private static string Described(string script)
    {
        var workload = WorkloadReader.Read(new WorkloadSource { Script = script });
        var port = workload.Port?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-";
        return $"{workload.Kind} {workload.Engine ?? "-"} {port}: {WorkloadReaderTests.Named(workload)}";
    }
}
