// Newswire on Azure: Functions on Flex Consumption, one storage account, Front Door before it, and what watches them.
// `azd up` deploys it; README.md beside this file says how, RUNBOOK.md what to do afterwards.

targetScope = 'subscription'

import { Stage, development, production } from 'stages.bicep'

@description('Name of the azd environment: the resource group is called by it, and every other name is made from it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Region of everything that has one. Flex Consumption has to be there: az functionapp list-flexconsumption-locations.')
@metadata({ azd: { type: 'location' } })
param location string

@description('How much of everything there is; see stages.bicep.')
@allowed(['development', 'production'])
param stage string

@description('Who is told when something goes wrong.')
@minLength(3)
param alertEmail string

@description('Publication__Title: its name, as readers know it.')
@minLength(1)
param publicationTitle string

@description('Publication__TagAuthority: domain,date of RFC 4151. Set once and never changed, or every article is new to every reader.')
@minLength(6)
param publicationTagAuthority string

@description('Publication__SiteUrl: the publication\'s own site.')
@minLength(8)
param publicationSiteUrl string

@description('Publication__Description: one sentence about it.')
param publicationDescription string = ''

@description('Publication__Language: BCP 47 tag of articles that do not say theirs.')
param publicationLanguage string = ''

@description('Publication__Rights: statement of rights of articles that have none.')
param publicationRights string = ''

@description('Publication__UsageTerms: what those who syndicate articles may do with them.')
param publicationUsageTerms string = ''

@description('Publication__LicenceUrl: the licence of articles that have none.')
param publicationLicenceUrl string = ''

@description('Publication__LogoUrl: a logo, twice as wide as high.')
param publicationLogoUrl string = ''

@description('WebPush__Contact: mailto: or https address that push services may write to.')
param pushContact string = ''

@description('Further settings of the program by their names, such as WebSub__DefaultLease; see src/Newswire.Functions/README.md.')
param moreSettings { *: string } = {}

@description('A domain of the publication for readers, such as feeds.news.example; without one they use the one of Front Door.')
param customDomain string = ''

@description('Object id of the Entra ID group of those who may run the command line against storage.')
param operatorGroupId string = ''

@description('First day of the month in which the environment was made: Azure lets nobody change the start of a budget. azd remembers it.')
param budgetStart string = utcNow('yyyy-MM-01')

var chosen Stage = stage == 'production' ? production : development
var token = take(uniqueString(subscription().id, environmentName, location), 8)
var name = 'newswire-${token}'
// Known before anything is made, so that `azd provision --preview` can tell what it would change.
var names = {
  // 3 to 24 letters and digits.
  storage: 'stnewswire${token}'
  insights: 'appi-${name}'
  identity: 'id-${name}'
  frontDoor: 'afd-${name}'
  endpoint: name
  deploymentContainer: 'app-package'
  actionGroup: 'ag-${name}'
}
var tags = { 'azd-env-name': environmentName, application: 'newswire' }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-newswire-${environmentName}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { name: name, insightsName: names.insights, location: location, tags: tags, stage: chosen }
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: names.identity, location: location, tags: tags }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: names.storage
    location: location
    tags: tags
    stage: chosen
    deploymentContainer: names.deploymentContainer
  }
}

module roles 'modules/roles.bicep' = {
  scope: group
  params: {
    storageName: names.storage
    insightsName: names.insights
    identityName: names.identity
    operatorGroupId: operatorGroupId
  }
  dependsOn: [storage, monitoring, identity]
}

module frontDoor 'modules/frontDoor.bicep' = {
  scope: group
  params: { name: names.frontDoor, endpointName: names.endpoint, tags: tags }
}

var host = empty(customDomain) ? frontDoor.outputs.hostName : customDomain

// What is empty here is not set, so that the program's own default holds.
var publication = {
  Publication__Title: publicationTitle
  Publication__Description: publicationDescription
  Publication__SiteUrl: publicationSiteUrl
  Publication__TagAuthority: publicationTagAuthority
  Publication__Language: publicationLanguage
  Publication__Rights: publicationRights
  Publication__UsageTerms: publicationUsageTerms
  Publication__LicenceUrl: publicationLicenceUrl
  Publication__LogoUrl: publicationLogoUrl
  WebPush__Contact: pushContact
}

module functions 'modules/functions.bicep' = {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    stage: chosen
    identityName: names.identity
    storageName: names.storage
    insightsName: names.insights
    frontDoorName: names.frontDoor
    deploymentContainer: names.deploymentContainer
    baseUrl: 'https://${host}'
    settings: {
      ...toObject(
        filter(items(publication), setting => !empty(setting.value)),
        setting => setting.key,
        setting => setting.value
      )
      ...moreSettings
    }
  }
  // The app must not start before it may read.
  dependsOn: [roles]
}

module routes 'modules/routes.bicep' = {
  scope: group
  params: {
    profileName: names.frontDoor
    endpointName: names.endpoint
    appHostName: functions.outputs.hostName
    customDomain: customDomain
  }
}

module actionGroup 'modules/actionGroup.bicep' = {
  scope: group
  params: { name: names.actionGroup, tags: tags, email: alertEmail }
}

module logAlerts 'modules/logAlerts.bicep' = {
  scope: group
  params: {
    actionGroupName: names.actionGroup
    location: location
    tags: tags
    stage: chosen
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [actionGroup]
}

module platformAlerts 'modules/platformAlerts.bicep' = {
  scope: group
  params: {
    actionGroupName: names.actionGroup
    tags: tags
    frontDoorId: frontDoor.outputs.id
    storageId: storage.outputs.id
  }
  dependsOn: [actionGroup]
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    amount: chosen.monthlyBudget
    start: budgetStart
    actionGroupName: names.actionGroup
    email: alertEmail
  }
  dependsOn: [actionGroup]
}

// azd keeps these in the environment, where the commands of the runbook find them.
output AZURE_RESOURCE_GROUP string = group.name
output NEWSWIRE_URL string = 'https://${host}'
output NEWSWIRE_APP string = functions.outputs.name
output NEWSWIRE_STORAGE string = names.storage
output NEWSWIRE_FRONT_DOOR string = names.frontDoor
output NEWSWIRE_FRONT_DOOR_ENDPOINT string = names.endpoint
output NEWSWIRE_FRONT_DOOR_HOST string = frontDoor.outputs.hostName
output NEWSWIRE_DOMAIN_VALIDATION string = routes.outputs.domainValidation
output NEWSWIRE_BUDGET_START string = budgetStart
