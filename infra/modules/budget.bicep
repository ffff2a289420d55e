param amount int

@description('First day of the month in which the budget was made; Azure lets nobody change it afterwards.')
param start string

param actionGroupName string
param email string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' existing = {
  name: actionGroupName
}

resource budget 'Microsoft.Consumption/budgets@2026-06-01' = {
  name: 'budget'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    // Nothing is switched off: a news site that goes dark costs more than its bill.
    notifications: {
      likelyToBeSpent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: [email]
        contactGroups: [people.id]
      }
      spent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: [email]
        contactGroups: [people.id]
      }
    }
  }
}
