using System.Text;

namespace Newswire.Http.Connectors;

/// <summary>The answer to a connector that was made.</summary>
/// <param name="Secret">The secret as the CMS has to have it. It is shown this once.</param>
/// <param name="Connector">The connector.</param>
internal sealed record CreatedConnectorAnswer(string Secret, ConnectorAnswer Connector)
{
    // A record prints all it has, and the secret must not be.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Connector = ").Append(Connector);
        return true;
    }
}
