// What a development and a production environment differ in; everything else is the same in both. `stage` of main.bicep
// chooses one, which azd takes from NEWSWIRE_STAGE.

@description('How much of everything an environment gets.')
@export()
type Stage = {
  @description('Redundancy of the storage account, which holds all there is.')
  storageSku: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GZRS' | 'Standard_RAGZRS'

  @description('How long a deleted container can be brought back.')
  @minValue(1)
  @maxValue(90)
  containerSoftDeleteDays: int

  @description('Whether the storage account is locked against deletion. `azd down` then fails until the lock is taken off.')
  locked: bool

  @description('Memory of an instance in MiB.')
  instanceMemory: 512 | 2048 | 4096

  @description('How many instances there are at most, for each function by itself and for all HTTP functions together.')
  @minValue(1)
  @maxValue(1000)
  maxInstances: int

  @description('Instances that run all the time: `http` for all HTTP functions, `function:Name` for one of the others.')
  alwaysReady: AlwaysReady[]

  @description('How long logs and metrics are kept.')
  @minValue(30)
  @maxValue(730)
  logRetentionDays: int

  @description('How much may be logged a day, in GB; beyond it nothing is, and alerts that read logs are blind.')
  @minValue(1)
  logQuotaGb: int

  @description('How old the oldest change may be that the feeds do not show, in seconds, before somebody is told.')
  freshnessSeconds: int

  @description('What a month may cost, in the currency of the subscription.')
  monthlyBudget: int
}

@export()
type AlwaysReady = {
  name: string
  instanceCount: int
}

@export()
var development Stage = {
  storageSku: 'Standard_LRS'
  containerSoftDeleteDays: 1
  locked: false
  instanceMemory: 2048
  maxInstances: 40
  // Nobody is hurt by a cold start here, and an idle environment costs next to nothing.
  alwaysReady: []
  logRetentionDays: 30
  logQuotaGb: 1
  freshnessSeconds: 600
  monthlyBudget: 60
}

@export()
var production Stage = {
  storageSku: 'Standard_ZRS'
  containerSoftDeleteDays: 14
  locked: true
  instanceMemory: 2048
  maxInstances: 100
  // Two for HTTP, so that no reader meets a cold start and a new version is rolled out without a gap. Each other function
  // scales by itself: without one of its own, the pass that shows a change would start cold after every quiet hour.
  alwaysReady: [
    { name: 'http', instanceCount: 2 }
    { name: 'function:CatalogChanged', instanceCount: 1 }
  ]
  logRetentionDays: 90
  logQuotaGb: 5
  freshnessSeconds: 120
  monthlyBudget: 400
}
