param name string
param location string
param tags { *: string }

// User-assigned: it has its roles before the app starts for the first time, and keeps them when the app is made anew.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}
