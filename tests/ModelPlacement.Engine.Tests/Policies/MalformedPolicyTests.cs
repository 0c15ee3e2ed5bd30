using System;
using System.Collections.Generic;
using System.Linq;
using ModelPlacement.Engine.Policies;
using Xunit;

namespace ModelPlacement.Engine.Tests.Policies;

/// <summary>
/// The list of malformed policy files tried. A <c>«</c> in the text marks where a problem must stand, one for each; behind it in the list, its rule and a part of its
/// message. There must be no other problem, and in none of them may the built-in policy be lost.
/// </summary>
public class MalformedPolicyTests
{
    private const string Invalid = RuleId.PolicyFileInvalid;
    private const string Unknown = RuleId.UnknownReference;
    private const string Head = "version: 1\n";

    private static readonly (string Name, string Text, (string Rule, string Message)[] Problems)[] List =
    [
        // The file as a whole.
        ("empty", "«", [(Invalid, "The file is empty")]),
        ("only comments", "«# nothing yet\n", [(Invalid, "The file is empty")]),
        ("only a comment that cannot be", "# ding «\a\n", [(Invalid, "control character (U+0007)")]),
        ("only null", "«~\n", [(Invalid, "The file is empty")]),
        ("a text", "«hello\n", [(Invalid, "A policy file is a mapping")]),
        ("a list", "«- version: 1\n", [(Invalid, "A policy file is a mapping")]),
        ("two documents", Head + "«---\nversion: 1\n", [(Invalid, "A second document starts here")]),
        ("HTML", "«<html>\n", [(Invalid, "A policy file is a mapping")]),
        ("XML in a key", "«<a>: b</a>\n", [(Invalid, "Unknown key '<a>'"), (Invalid, "needs 'version'")]),

        // Syntax.
        ("unclosed list", Head + "extends: «[openai-api-on-azure\n", [(Invalid, "this '[' is not closed")]),
        ("unclosed mapping", Head + "policies: [«{id: p, models: [openai/*]\n", [(Invalid, "this '{' is not closed")]),
        ("unclosed quote", Head + "policies:\n  - id: «\"p\n    models: []\n", [(Invalid, "Not valid YAML")]),
        ("tab as indentation", Head + "policies:\n«\t- id: p\n", [(Invalid, "a tab indents this line")]),
        ("line without colon", Head + "«extends\npolicies: []\n", [(Invalid, "Not valid YAML")]),
        ("deeper than its key", Head + "policies:\n  - id: p\n     models«: [openai/*]\n", [(Invalid, "Not valid YAML")]),
        ("unquoted star", Head + "policies:\n  - {id: p, models: [«*], allow: {clouds: [azure]}}\n", [(Invalid, "must be quoted")]),
        ("unquoted star pattern", Head + "models:\n  - id: acme/x\n    match: [«*.ecr.*/x]\n", [(Invalid, "must be quoted")]),
        ("unquoted percent", Head + "policies:\n  - id: «%p\n", [(Invalid, "must be quoted")]),
        ("unquoted at", Head + "exemptions:\n  - approvedBy: «@team\n", [(Invalid, "must be quoted")]),
        ("trailing comma garbage", "{\"version\": 1,«, \"policies\": []}\n", [(Invalid, "Not valid YAML")]),
        ("JSON without colon", "{\"version\": 1, \"policies\" «[]}\n", [(Invalid, "Not valid YAML")]),

        // Characters.
        ("NUL", Head + "extends: [openai-api-on-«\0azure]\n", [(Invalid, "control character (U+0000)")]),
        ("bell in a comment", Head + "# ding «\a\n", [(Invalid, "control character (U+0007)")]),
        ("invalid UTF-8", Head + "policies:\n  - {id: «p\uFFFD, models: [openai/*], allow: {clouds: [azure]}}\n", [(Invalid, "not valid UTF-8")]),

        // Version.
        ("no version", "«policies: []\n", [(Invalid, "A policy file needs 'version': version: 1")]),
        ("version 2", "version: «2\npolicies: nonsense\n", [(Invalid, "'version' must be the number 1")]),
        ("quoted version", "version: «\"1\"\n", [(Invalid, "'version' must be the number 1")]),
        ("empty version", "«version:\npolicies: []\n", [(Invalid, "'version' must be the number 1")]),
        ("version list", "version: «[1]\n", [(Invalid, "'version' must be the number 1")]),

        // Keys.
        ("unknown key", Head + "«polices: []\n", [(Invalid, "Unknown key 'polices' in a policy file; did you mean 'policies'?")]),
        ("far unknown key", Head + "«rules: []\n", [(Invalid, "Unknown key 'rules' in a policy file; known are version, extends")]),
        ("case of a key", Head + "«Policies: []\n", [(Invalid, "did you mean 'policies'?")]),
        ("twice", Head + "extends: [openai-api-on-azure]\n«extends: []\n", [(Invalid, "'extends' is there twice")]),
        ("merge key", Head + "policies:\n  - {«<<: {id: p}, models: [openai/*], allow: {clouds: [azure]}}\n", [(Invalid, "Merge keys")]),
        ("list as key", Head + "? «[a]\n: b\n", [(Invalid, "A key must be a text")]),
        ("alias without anchor", Head + "extends: «*defaults\n", [(Invalid, "no anchor '&defaults'")]),
        ("own tag", Head + "extends: «!include other.yaml\n", [(Invalid, "Tags ('!include') are not supported")]),
        ("own tag on a list", Head + "extends: «!set [openai-api-on-azure]\n", [(Invalid, "Tags ('!set') are not supported")]),

        // extends.
        ("extends a text", Head + "extends: «openai-api-on-azure\n", [(Invalid, "'extends' must be a list, not a text; write [openai-api-on-azure]")]),
        ("extends nothing", Head + "«extends:\n", [(Invalid, "'extends' must be a list, not empty")]),
        ("extends a number", Head + "extends: [«5]\n", [(Invalid, "An item of 'extends' must be a text, not the number 5; put it in quotes: \"5\"")]),
        ("extends unknown", Head + "extends: [«openai-api-on-azur]\n", [(Unknown, "There is no built-in policy 'openai-api-on-azur'; did you mean 'openai-api-on-azure'?")]),
        ("extends a file not given", Head + "extends: [«../company.yaml]\n", [(Unknown, "'../company.yaml' is not among the policy files")]),
        ("extends itself", Head + "extends: [«./model-placement.yaml]\n", [(Invalid, "cannot build on itself")]),
        ("extends a file far away", Head + "extends: [«/etc/passwd.yaml]\n", [(Unknown, "is not among the policy files")]),

        // policies.
        ("policies a mapping", Head + "policies:\n  «p: {}\n", [(Invalid, "'policies' must be a list, not a mapping")]),
        ("policy a text", Head + "policies: [«p]\n", [(Invalid, "A policy is a mapping with the keys id, description")]),
        ("no id", Head + "policies:\n  - «models: [openai/*]\n    allow: {clouds: [azure]}\n", [(Invalid, "A policy needs 'id': a short name like claude-in-europe")]),
        ("nothing but an id", Head + "policies:\n  - «id: p\n", [(Invalid, "A policy needs 'models': patterns like [anthropic/claude-*]"), (Invalid, "A policy needs 'allow': where the models may be served, like { clouds: [azure] }")]),
        ("number as id", Head + "policies:\n  - {id: «7, models: [openai/*], allow: {clouds: [azure]}}\n", [(Invalid, "'id' must be a text, not the number 7; put it in quotes")]),
        ("spaces in id", Head + "policies:\n  - {id: «my policy, models: [openai/*], allow: {clouds: [azure]}}\n", [(Invalid, "'my policy' is not a valid 'id': it consists of letters, digits, '.', '_' and '-'")]),
        ("empty id", Head + "policies:\n  - {id: «'', models: [openai/*], allow: {clouds: [azure]}}\n", [(Invalid, "'id' is empty")]),
        ("same id twice", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure]}}\n  - {id: «P, models: [openai/o3], allow: {clouds: [azure]}}\n", [(Invalid, "There is already a policy 'P'")]),
        ("models a text", Head + "policies:\n  - {id: p, models: «openai/*, allow: {clouds: [azure]}}\n", [(Invalid, "'models' must be a list, not a text; write [openai/*]")]),
        ("empty item of models", Head + "policies:\n  - {id: p, models: [«~], allow: {clouds: [azure]}}\n", [(Invalid, "An item of 'models' must be a text, not empty")]),
        ("no models", Head + "policies:\n  - {id: p, models: «[], allow: {clouds: [azure]}}\n", [(Invalid, "'models' is empty")]),
        ("list in models", Head + "policies:\n  - {id: p, models: [«[openai/*]], allow: {clouds: [azure]}}\n", [(Invalid, "An item of 'models' must be a text, not a list")]),
        ("space around a pattern", Head + "policies:\n  - {id: p, models: [«' openai/*'], allow: {clouds: [azure]}}\n", [(Invalid, "' openai/*' is not a pattern: it is too long, or starts or ends with a space")]),
        ("unknown model", Head + "policies:\n  - {id: p, models: [«anthropc/claude-*], allow: {clouds: [aws]}}\n", [(Unknown, "No known model is called 'anthropc/claude-*'; did you mean 'anthropic/claude-*'?")]),
        ("model without vendor", Head + "policies:\n  - {id: p, models: [«gpt-4o], allow: {clouds: [azure]}}\n", [(Unknown, "No known model is called 'gpt-4o'; did you mean 'openai/gpt-4o'?")]),
        ("unknown exception", Head + "policies:\n  - {id: p, models: [openai/*], except: [«openai/gtp-4o], allow: {clouds: [azure]}}\n", [(Unknown, "did you mean 'openai/gpt-4o'?")]),
        ("unknown exposure", Head + "policies:\n  - {id: p, models: [openai/*], exposure: «public, allow: {clouds: [azure]}}\n", [(Invalid, "'exposure' is one of api, public-api, any, not 'public'")]),
        ("mistyped severity", Head + "policies:\n  - {id: p, models: [openai/*], severity: «eror, allow: {clouds: [azure]}}\n", [(Invalid, "did you mean 'error'?")]),
        ("truth as severity", Head + "policies:\n  - {id: p, models: [openai/*], severity: «true, allow: {clouds: [azure]}}\n", [(Invalid, "'severity' must be a text, not the truth value true")]),
        ("unknown weights", Head + "policies:\n  - {id: p, models: [openai/*], weights: «closed, allow: {clouds: [azure]}}\n", [(Invalid, "'weights' is one of any, proprietary, open")]),
        ("allow a list", Head + "policies:\n  - {id: p, models: [openai/*], allow: «[azure]}\n", [(Invalid, "'allow' is a mapping with the keys clouds, regions, not a list")]),
        ("allow nothing", Head + "policies:\n  - {id: p, models: [openai/*], allow: «{}}\n", [(Invalid, "'allow' needs 'clouds', 'regions' or both")]),
        ("mistyped in allow", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure], «region: [x]}}\n", [(Invalid, "Unknown key 'region' in 'allow'; did you mean 'regions'?")]),
        ("cloud a text", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: «azure}}\n", [(Invalid, "'clouds' must be a list, not a text; write [azure]")]),
        ("unknown cloud", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [«azur]}}\n", [(Unknown, "No known cloud is called 'azur'; did you mean 'azure'?")]),
        ("cloud by another name", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [«gpc]}}\n", [(Unknown, "did you mean 'gcp'?")]),
        ("no region", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure], regions: «[]}}\n", [(Invalid, "'regions' is empty")]),
        ("mistyped region", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure], regions: [«westeurpe]}}\n", [(Unknown, "No known region is called 'westeurpe'; did you mean 'westeurope'?")]),
        ("no such day", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure]}, validFrom: «2026-02-30}\n", [(Invalid, "'2026-02-30' is not a date; 'validFrom' is written like 2026-12-31")]),
        ("day in another order", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure]}, validUntil: «31.12.2026}\n", [(Invalid, "is not a date")]),
        ("day as number", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure]}, validUntil: «20261231}\n", [(Invalid, "is not a date")]),
        ("day as list", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure]}, validUntil: «[2026-12-31]}\n", [(Invalid, "'validUntil' must be a date like 2026-12-31, not a list")]),
        ("ends before it starts", Head + "policies:\n  - {id: p, models: [openai/*], allow: {clouds: [azure]}, validFrom: 2026-12-01, validUntil: «2026-11-30}\n", [(Invalid, "'validUntil' is before 'validFrom'")]),
        ("not yet valid", Head + "policies:\n  - {id: «p, models: [openai/*], allow: {clouds: [azure]}, validFrom: 2027-01-01}\n", [(RuleId.OutsideValidity, "Policy 'p' is not in force as of 2026-11-24: it starts on 2027-01-01")]),
        ("no longer valid", Head + "policies:\n  - {id: «p, models: [openai/*], allow: {clouds: [azure]}, validUntil: 2026-11-23}\n", [(RuleId.OutsideValidity, "it ended on 2026-11-23")]),
        ("built-in no longer valid", Head + "extends: [openai-api-on-azure, «openai-agreement-2025-10]\n", [(RuleId.OutsideValidity, "it ended on 2026-04-26")]),

        // exemptions.
        ("exemption without policy", Head + "exemptions:\n  - «reason: r\n    approvedBy: a\n    expires: 2026-12-31\n", [(Invalid, "An exemption needs 'policy': the id of the policy it is an exception from")]),
        ("exemption from no id", Head + "exemptions:\n  - {policy: «the policy, reason: r, approvedBy: a, expires: 2026-12-31}\n", [(Invalid, "'the policy' is not a valid 'policy': it is the id of a policy")]),
        ("name a list", Head + "exemptions:\n  - {policy: openai-api-on-azure, name: «[chat], reason: r, approvedBy: a, expires: 2026-12-31}\n", [(Invalid, "'name' must be a text, not a list")]),
        ("exemption from nothing", Head + "exemptions:\n  - {«policy: openai-api-on-azur, reason: r, approvedBy: a, expires: 2026-12-31}\n", [(Unknown, "There is no policy 'openai-api-on-azur' to be exempt from; did you mean 'openai-api-on-azure'?")]),
        ("mistyped in exemption", Head + "exemptions:\n  - {policy: openai-api-on-azure, «stack: [dev], reason: r, approvedBy: a, expires: 2026-12-31}\n", [(Invalid, "Unknown key 'stack' in an exemption; did you mean 'stacks'?")]),
        ("stacks a text", Head + "exemptions:\n  - {policy: openai-api-on-azure, stacks: «dev, reason: r, approvedBy: a, expires: 2026-12-31}\n", [(Invalid, "'stacks' must be a list, not a text; write [dev]")]),
        ("no stacks", Head + "exemptions:\n  - {policy: openai-api-on-azure, stacks: «[], reason: r, approvedBy: a, expires: 2026-12-31}\n", [(Invalid, "'stacks' is empty")]),
        ("unknown token", Head + "exemptions:\n  - {policy: openai-api-on-azure, resource: «'aws:sagemaker/endpont:Endpoint', reason: r, approvedBy: a, expires: 2026-12-31}\n", [(Unknown, "The catalog has no resource type 'aws:sagemaker/endpont:Endpoint'; did you mean 'aws:sagemaker/endpoint:Endpoint'?")]),
        ("token pattern without match", Head + "exemptions:\n  - {policy: openai-api-on-azure, resource: «'aws:nothing/*', reason: r, approvedBy: a, expires: 2026-12-31}\n", [(Unknown, "The catalog has no resource type 'aws:nothing/*'")]),
        ("expires never", Head + "exemptions:\n  - {policy: openai-api-on-azure, reason: r, approvedBy: a, expires: «never}\n", [(Invalid, "'never' is not a date")]),
        ("without reason", Head + "exemptions:\n  - {«policy: openai-api-on-azure, approvedBy: a, expires: 2026-12-31}\n", [(RuleId.Unjustified, "Exemption from policy 'openai-api-on-azure' is not in force: it has no 'reason'")]),
        ("expired", Head + "exemptions:\n  - {«policy: openai-api-on-azure, reason: r, approvedBy: a, expires: 2026-11-23}\n", [(RuleId.ExemptionExpired, "Exemption from policy 'openai-api-on-azure' expired on 2026-11-23, so what it covered is reported again")]),
        ("number as reason", Head + "exemptions:\n  - {policy: openai-api-on-azure, reason: «42, approvedBy: a, expires: 2026-12-31}\n", [(Invalid, "'reason' must be a text, not the number 42")]),
        ("unknown requirement", Head + "requiredInExemptions: [«approver]\n", [(Invalid, "'requiredInExemptions' does not know 'approver'; known are reason, approvedBy, expires")]),

        // models.
        ("model without match", Head + "models:\n  - {«id: acme/x, basedOn: openai/gpt-4o}\n", [(Invalid, "A model needs 'match': patterns of the strings that name it, like [support-gpt-*]")]),
        ("model without id", Head + "models:\n  - {«basedOn: openai/gpt-4o, match: [x-*]}\n", [(Invalid, "A model needs 'id': a name of your own like acme/support-gpt")]),
        ("based on no id", Head + "models:\n  - {id: acme/x, basedOn: «gpt-4o, match: [x-*]}\n", [(Invalid, "'gpt-4o' is not a valid 'basedOn': it is a model's id, like openai/gpt-4o")]),
        ("model that nothing matches", Head + "models:\n  - {id: acme/x, match: «[]}\n", [(Invalid, "'match' is empty; list at least one")]),
        ("same model twice", Head + "models:\n  - {id: acme/x, match: [x-*]}\n  - {id: «acme/x, match: [y-*]}\n", [(Invalid, "There is already a model 'acme/x' in this file; only the first is in force")]),
        ("model id without vendor", Head + "models:\n  - {id: «support-gpt, basedOn: openai/gpt-4o, match: [support-*]}\n", [(Invalid, "'support-gpt' is not a valid 'id': it is written vendor/name")]),
        ("based on nothing known", Head + "models:\n  - {id: acme/x, basedOn: «openai/gtp-4o, match: [x-*]}\n", [(Unknown, "Unknown model 'openai/gtp-4o'; did you mean 'openai/gpt-4o'?")]),
        ("based on itself", Head + "models:\n  - {id: acme/x, basedOn: «acme/y, match: [x-*]}\n  - {id: acme/y, basedOn: «acme/x, match: [y-*]}\n", [(Unknown, "is based on itself"), (Unknown, "is based on itself")]),
        ("every model is this one", Head + "models:\n  - {id: acme/x, basedOn: openai/gpt-4o, match: [«'*']}\n", [(Invalid, "'*' would make every model this one")]),
        ("a built-in's id", Head + "models:\n  - {id: «openai/gpt-4o, match: [x-*]}\n", [(Invalid, "is built in")]),

        // resources.
        ("resource without token", Head + "resources:\n  - «{role: serve, cloud: aws}\n", [(Invalid, "needs a 'token'")]),
        ("resource a text", Head + "resources: [«acme:ai:Server]\n", [(Invalid, "A resource is a mapping with the keys token, role, cloud, model, not a text")]),
        ("same resource twice", Head + "resources:\n  - {token: 'acme:ai:Server', role: serve, cloud: aws, model: [m]}\n  - «{token: 'acme:ai:Server', role: serve, cloud: gcp, model: [m]}\n", [(Invalid, "There is already a resource 'acme:ai:Server' in this file")]),
        ("token of two parts", Head + "resources:\n  - {token: «'acme:Server', role: serve}\n", [(Invalid, "is not a type token")]),
        ("unknown role", Head + "resources:\n  - {token: 'acme:ai:Server', role: «srve}\n", [(Invalid, "did you mean 'serve'?")]),

        // All of them at once.
        (
            "several",
            Head + "extends: [«openai]\npolicies:\n  - {id: a, models: [openai/*], allow: {clouds: [«azur]}}\n  - «models: [openai/*]\n    allow: {«cloud: [azure]}\n    severity: «fatal\nexemptions:\n  - {«policy: nothing, reason: r, approvedBy: a, expires: 2026-12-31}\n«typo: 1\n",
            [(Unknown, "built-in policy 'openai'"), (Unknown, "cloud is called 'azur'"), (Invalid, "needs 'id'"), (Invalid, "Unknown key 'cloud'"), (Invalid, "'severity' is one of"), (Unknown, "no policy 'nothing'"), (Invalid, "Unknown key 'typo'")]
        ),
        (
            "names nobody has in entries that are wrong otherwise",
            Head + "policies:\n  - {id: a, models: [«anthropic/claud-*], allow: {clouds: [aws, «gpc], regions: [«europe-wst1]}, severity: «blocker}\nexemptions:\n"
                + "  - {policy: a, resource: «aws:bedrock/agentAgent:AgentAgnt, expires: «2027-13-01}\n  - {««policy: b, reason: r}\n",
            [(Unknown, "did you mean 'anthropic/claude*'"), (Unknown, "did you mean 'gcp'"), (Unknown, "did you mean 'europe-west1'"), (Invalid, "'severity' is one of"), (Unknown, "did you mean 'aws:bedrock/agentAgent:AgentAgent'"), (Invalid, "is not a date"), (RuleId.Unjustified, "no 'approvedBy'"), (Unknown, "There is no policy 'b'")]
        ),
        (
            "errors before a syntax error",
            Head + "«polices: []\nexemptions:\n  - {«policy: p, «stack: [a]}\nmodels: «*x «y\n",
            [(Invalid, "Unknown key 'polices'"), (Unknown, "There is no policy 'p'"), (Invalid, "Unknown key 'stack'"), (Invalid, "no anchor"), (Invalid, "Not valid YAML")]
        ),
    ];

    public static TheoryData<string> Names => [.. List.Select(static entry => entry.Name)];

    internal static string TextOf(string name) => List.Single(entry => entry.Name == name).Text.Replace("«", "", StringComparison.Ordinal);

    [Fact]
    public void The_list_is_long_and_its_names_are_different()
    {
        Assert.True(List.Length >= 100, List.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(List.Length, List.Select(static entry => entry.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_problem_stands_where_it_is(string name)
    {
        var (_, marked, expected) = List.Single(entry => entry.Name == name);
        var set = Given.Loose(marked.Replace("«", "", StringComparison.Ordinal));
        var places = Marks(marked);
        Assert.Equal(
            expected.Select((problem, at) => Show(places[Math.Min(at, places.Count - 1)].Line, places[Math.Min(at, places.Count - 1)].Column, problem.Rule)),
            set.Problems.Select(static problem => Show(problem.Line, problem.Column, problem.Rule)));
        Assert.All(expected.Zip(set.Problems), static pair => Assert.Contains(pair.First.Message, pair.Second.Message, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_error_loses_the_built_in_policy(string name)
    {
        var set = Given.Loose(TextOf(name));
        Assert.Contains("MPA1001 openai-api-on-azure", set.Judge(Given.Deployment(name: new ModelPlacement.Engine.StackProgram.Constant("unexempted-thing"))).Short().Select(static text => text.Replace("exempted ", "", StringComparison.Ordinal)));
    }

    private static string Show(int line, int column, string rule) => FormattableString.Invariant($"({line},{column}) {rule}");

    private static List<(int Line, int Column)> Marks(string marked)
    {
        var marks = new List<(int, int)>();
        var (line, column) = (1, 1);
        foreach (var character in marked)
        {
            if (character == '«')
                marks.Add((line, column));
            else
                (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return marks;
    }
}
