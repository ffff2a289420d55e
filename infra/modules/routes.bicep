// What Front Door does with requests. Only public documents are kept at the edge, and for as long as the app says of each
// (CacheControl.cs); everything else goes through untouched.

param profileName string
param endpointName string
param appHostName string

@description('A domain of the publication, such as feeds.news.example; empty for the one of Front Door.')
param customDomain string

// Newswire.Http.Routes.Documents; a test compares them. Never a path that asks for a key: on a route with a cache Front
// Door takes the Authorization field away, and what one partner gets would be kept for the next.
var documents = [
  '/'
  '/feeds/*'
  '/opml.xml'
  '/robots.txt'
  '/sitemap.xml'
  '/sitemaps/*'
  '/manifest.webmanifest'
]

// What documents are answered with; a test compares them. The app compresses itself; this is for what reached the edge plain,
// asked for by a reader that takes no coding, and then goes to one that does.
var compressed = [
  'application/atom+xml'
  'application/feed+json'
  'application/manifest+json'
  'application/rss+xml'
  'application/xml'
  'text/css'
  'text/html'
  'text/plain'
  'text/x-opml'
]

resource profile 'Microsoft.Cdn/profiles@2025-06-01' existing = {
  name: profileName

  resource endpoint 'afdEndpoints' existing = {
    name: endpointName
  }
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2025-06-01' = {
  parent: profile
  name: 'app'
  properties: {
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
    // Changes no route, as there is one origin only; it is what the alert on the origin's health goes by. Every edge
    // location asks for itself, so not often.
    healthProbeSettings: {
      probePath: '/health/ready'
      probeProtocol: 'Https'
      probeRequestType: 'GET'
      probeIntervalInSeconds: 120
    }
    sessionAffinityState: 'Disabled'
  }
}

resource origin 'Microsoft.Cdn/profiles/originGroups/origins@2025-06-01' = {
  parent: origins
  name: 'app'
  properties: {
    hostName: appHostName
    originHostHeader: appHostName
    httpsPort: 443
    priority: 1
    weight: 1000
    enabledState: 'Enabled'
    enforceCertificateNameCheck: true
  }
}

resource domain 'Microsoft.Cdn/profiles/customDomains@2025-06-01' = if (!empty(customDomain)) {
  parent: profile
  name: replace(customDomain, '.', '-')
  properties: {
    hostName: customDomain
    tlsSettings: { certificateType: 'ManagedCertificate', minimumTlsVersion: 'TLS12' }
  }
}

var domains = empty(customDomain) ? [] : [{ id: domain.id }]

resource documentRoute 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: profile::endpoint
  name: 'documents'
  properties: {
    enabledState: 'Enabled'
    originGroup: { id: origins.id }
    customDomains: domains
    linkToDefaultDomain: 'Enabled'
    patternsToMatch: documents
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    cacheConfiguration: {
      // A query changes nothing about a document, and so cannot be used to get past the cache either.
      queryStringCachingBehavior: 'IgnoreQueryString'
      compressionSettings: { isCompressionEnabled: true, contentTypesToCompress: compressed }
    }
  }
  dependsOn: [origin]
}

resource everythingElse 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: profile::endpoint
  name: 'everything-else'
  properties: {
    enabledState: 'Enabled'
    originGroup: { id: origins.id }
    customDomains: domains
    linkToDefaultDomain: 'Enabled'
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
  }
  // Two routes of one endpoint cannot be written at a time.
  dependsOn: [documentRoute]
}

@description('What to put into the DNS at _dnsauth.{domain} as TXT, so that Front Door believes the domain is yours.')
output domainValidation string = empty(customDomain)
  ? ''
  : (domain.?properties.validationProperties.validationToken ?? '')
