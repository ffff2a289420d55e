// The address readers use, before there is anything behind it: the app needs to know it, and lets in nobody else.

param name string
param endpointName string
param tags { *: string }

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: name
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }
  properties: {
    // The longest there is. A change stream waits up to a minute for news, a large batch takes longer.
    originResponseTimeoutSeconds: 240
  }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' = {
  parent: profile
  name: endpointName
  location: 'global'
  tags: tags
  properties: { enabledState: 'Enabled' }
}

output id string = profile.id
output hostName string = endpoint.properties.hostName
