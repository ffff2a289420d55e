// What the platform measures, which speaks when the app says nothing any more. Each has a row in RUNBOOK.md that says what
// it means and what to do; a test compares them.

param actionGroupName string
param tags { *: string }
param frontDoorId string
param storageId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: actionGroupName
}

type PlatformAlert = {
  name: string
  description: string
  severity: 0 | 1 | 2 | 3
  scope: string
  namespace: string
  metric: string
  aggregation: 'Average' | 'Total'
  operator: 'GreaterThan' | 'LessThan'
  threshold: int
  window: 'PT5M' | 'PT15M'
  @description('Only these answers of storage count; empty for all.')
  responses: string[]
}

var platformAlerts PlatformAlert[] = [
  {
    name: 'front-door-5xx'
    description: 'Readers get errors: more than one answer in twenty.'
    severity: 1
    scope: frontDoorId
    namespace: 'Microsoft.Cdn/profiles'
    metric: 'Percentage5XX'
    aggregation: 'Average'
    operator: 'GreaterThan'
    threshold: 5
    window: 'PT5M'
    responses: []
  }
  {
    name: 'origin-unhealthy'
    description: 'The app says that it is not ready, or does not answer Front Door.'
    severity: 1
    scope: frontDoorId
    namespace: 'Microsoft.Cdn/profiles'
    metric: 'OriginHealthPercentage'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 50
    window: 'PT15M'
    responses: []
  }
  {
    name: 'storage-away'
    description: 'The storage account fails requests.'
    severity: 1
    scope: storageId
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Availability'
    aggregation: 'Average'
    operator: 'LessThan'
    threshold: 99
    window: 'PT5M'
    responses: []
  }
  {
    name: 'storage-throttled'
    description: 'The storage account takes no more requests than it does.'
    severity: 2
    scope: storageId
    namespace: 'Microsoft.Storage/storageAccounts'
    metric: 'Transactions'
    aggregation: 'Total'
    operator: 'GreaterThan'
    threshold: 100
    window: 'PT15M'
    responses: ['ServerBusyError', 'ClientThrottlingError', 'ClientAccountRequestThrottlingError']
  }
]

resource platformRules 'Microsoft.Insights/metricAlerts@2026-01-01' = [
  for alert in platformAlerts: {
    name: alert.name
    location: 'global'
    tags: tags
    properties: {
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [alert.scope]
      evaluationFrequency: 'PT5M'
      windowSize: alert.window
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: alert.metric
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: alert.namespace
            metricName: alert.metric
            timeAggregation: alert.aggregation
            operator: alert.operator
            threshold: alert.threshold
            dimensions: empty(alert.responses)
              ? []
              : [{ name: 'ResponseType', operator: 'Include', values: alert.responses }]
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]
