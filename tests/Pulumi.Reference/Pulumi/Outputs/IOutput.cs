using System.Threading.Tasks;

namespace Pulumi;

/// <summary>An output of whatever type.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}
