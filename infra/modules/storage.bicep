import { Stage } from '../stages.bicep'

param name string
param location string
param tags { *: string }
param stage Stage

@description('Where the Functions platform keeps the program itself.')
param deploymentContainer string

@description('How long a copy of an unreadable catalog line is kept; the line itself stays in the catalog.')
param rejectedDays int = 90

// Newswire.Storage.Containers; a test compares them.
var containers = [
  'articles'
  'audit'
  'catalog'
  'catalog-rejected'
  'erasures'
  'feeds-state'
  'generations'
  'keys'
  'operations'
  'partner-usage'
  'partners'
  'projection'
  'public'
  'subscriptions'
  'tombstones'
]

// Newswire.Storage.QueueNames; a test compares them.
var queues = [
  'catalog-changed'
  'push-deliver'
  'push-notify'
  'rebuild'
  'webhook-deliver'
  'webhook-distribute'
  'webhook-retry'
  'websub-announce'
  'websub-deliver'
  'websub-distribute'
  'websub-retry'
  'websub-verify'
]

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: stage.storageSku }
  properties: {
    accessTier: 'Hot'
    // Readers get documents from the app, which answers conditional requests, 301 and 410 as no blob can; so nothing here
    // is for the anonymous.
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowCrossTenantReplication: false
    allowedCopyScope: 'AAD'
    isHnsEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'None'
      // The app has no fixed addresses without a network of its own, and with one every callback would go through a NAT
      // gateway. Who comes without a role gets nothing.
      defaultAction: 'Allow'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    // Erasure overwrites. Each of these would keep what was overwritten, where no report of ours can see it; and feeds
    // are overwritten all day. What they would protect, nobody has the right to delete: see roles.bicep.
    isVersioningEnabled: false
    deleteRetentionPolicy: { enabled: false }
    changeFeed: { enabled: false }
    restorePolicy: { enabled: false }
    // A whole container is never deleted by the program, so this keeps nothing that was erased before.
    containerDeleteRetentionPolicy: { enabled: true, days: stage.containerSoftDeleteDays }
  }

  resource data 'containers' = [
    for container in containers: {
      name: container
      properties: { publicAccess: 'None' }
    }
  ]

  resource deployment 'containers' = {
    name: deploymentContainer
    properties: { publicAccess: 'None' }
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'

  resource work 'queues' = [for queue in queues: { name: queue }]

  // Made beforehand, so that they can be watched before the first message fails.
  resource poison 'queues' = [for queue in queues: { name: '${queue}-poison' }]
}

// The only thing that can go by its age. The catalog is append blobs, which have no tiers; what the projection wrote is
// overwritten or deleted by who wrote it; usage has a period of its own (PartnerUsage__KeptDays).
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'rejected-lines'
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['catalog-rejected/'] }
            actions: { baseBlob: { delete: { daysAfterCreationGreaterThan: rejectedDays } } }
          }
        }
      ]
    }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (stage.locked) {
  scope: account
  name: 'keep'
  properties: {
    level: 'CanNotDelete'
    notes: 'Holds the catalog, of which there is no other copy.'
  }
}

output id string = account.id
