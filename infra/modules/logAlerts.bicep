// What the app itself says that somebody has to know. Each has a row in RUNBOOK.md that says what it means and what to
// do; a test compares them.

import { Stage } from '../stages.bicep'

param actionGroupName string
param location string
param tags { *: string }
param stage Stage
param workspaceId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: actionGroupName
}

type LogAlert = {
  name: string
  description: string
  @description('0 is the worst, 4 the least.')
  severity: 0 | 1 | 2 | 3
  @description('Gives rows with a column Value; the worst of them counts.')
  query: string
  over: int
  window: 'PT5M' | 'PT15M' | 'PT1H'
  @description('Whether the alert makes sense only where something runs all the time.')
  alwaysReadyOnly: bool
}

// Instruments of OpenTelemetry arrive as AppMetrics; Sum is the value of a gauge and the growth of a counter.
var logAlerts LogAlert[] = [
  {
    name: 'feeds-not-fresh'
    description: 'A change was accepted and is not visible yet.'
    severity: 1
    query: 'AppMetrics | where Name == "newswire.freshness" | summarize Value = max(Sum)'
    over: stage.freshnessSeconds
    window: 'PT5M'
    alwaysReadyOnly: false
  }
  {
    name: 'app-silent'
    description: 'Nothing was heard of the app. Every alert that reads logs is blind meanwhile.'
    severity: 1
    query: 'AppMetrics | where Name == "newswire.freshness" | summarize Reports = count() | project Value = iff(Reports == 0, 1, 0)'
    over: 0
    window: 'PT15M'
    alwaysReadyOnly: true
  }
  {
    name: 'poison-messages'
    description: 'A message failed five times and lies in a poison queue.'
    severity: 2
    query: 'AppMetrics | where Name == "newswire.queue.messages" and tostring(Properties["messaging.destination.name"]) endswith "-poison" | summarize Value = max(Sum)'
    over: 0
    window: 'PT15M'
    alwaysReadyOnly: false
  }
  {
    name: 'lines-set-aside'
    description: 'The catalog has a line that could not be read.'
    severity: 2
    query: 'AppMetrics | where Name == "newswire.catalog.lines_set_aside" | summarize Value = sum(Sum)'
    over: 0
    window: 'PT15M'
    alwaysReadyOnly: false
  }
  {
    name: 'hub-deliveries-failing'
    description: 'More than half of the deliveries to WebSub subscribers fail.'
    severity: 2
    query: 'AppMetrics | where Name == "newswire.websub.documents_sent" | summarize Sent = sum(Sum), Failed = sumif(Sum, tostring(Properties["newswire.outcome"]) == "Failed") | project Value = iff(Sent < 20, 0.0, 100.0 * Failed / Sent)'
    over: 50
    window: 'PT1H'
    alwaysReadyOnly: false
  }
  {
    name: 'webhooks-failing'
    description: 'More than half of the deliveries to partners fail.'
    severity: 2
    query: 'AppMetrics | where Name == "newswire.webhooks.sent" | summarize Sent = sum(Sum), Failed = sumif(Sum, tostring(Properties["newswire.outcome"]) == "Failed") | project Value = iff(Sent < 5, 0.0, 100.0 * Failed / Sent)'
    over: 50
    window: 'PT1H'
    alwaysReadyOnly: false
  }
  {
    name: 'notifications-failing'
    description: 'More than half of the notifications to readers fail.'
    severity: 2
    query: 'AppMetrics | where Name == "newswire.push.sent" | summarize Sent = sum(Sum), Failed = sumif(Sum, tostring(Properties["newswire.outcome"]) !in ("Delivered", "Gone")) | project Value = iff(Sent < 20, 0.0, 100.0 * Failed / Sent)'
    over: 50
    window: 'PT1H'
    alwaysReadyOnly: false
  }
  {
    name: 'app-5xx'
    description: 'The app answers requests with faults of its own.'
    severity: 1
    query: 'AppRequests | where toint(ResultCode) between (500 .. 599) | summarize Value = sum(ItemCount)'
    over: 10
    window: 'PT5M'
    alwaysReadyOnly: false
  }
  {
    name: 'log-quota-reached'
    description: 'No more is logged today. Every alert that reads logs is blind until the quota begins anew.'
    severity: 2
    query: '_LogOperation | where Category =~ "Ingestion" and Detail contains "OverQuota" | summarize Value = count()'
    over: 0
    window: 'PT15M'
    alwaysReadyOnly: false
  }
]

resource logRules 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [
  for alert in logAlerts: {
    name: alert.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.name
      description: alert.description
      severity: alert.severity
      enabled: !alert.alwaysReadyOnly || !empty(stage.alwaysReady)
      scopes: [workspaceId]
      // The tables exist from the first record on.
      skipQueryValidation: true
      evaluationFrequency: 'PT5M'
      windowSize: alert.window
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: alert.over
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
