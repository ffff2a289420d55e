import { Stage } from '../stages.bicep'

param name string
param insightsName string
param location string
param tags { *: string }
param stage Stage

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: stage.logRetentionDays
    workspaceCapping: { dailyQuotaGb: stage.logQuotaGb }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    RetentionInDays: stage.logRetentionDays
    // The connection string alone lets nobody write: it takes the role as well.
    DisableLocalAuth: true
    // Readers' addresses are personal data, and nothing here needs them.
    DisableIpMasking: false
  }
}

output workspaceId string = workspace.id
