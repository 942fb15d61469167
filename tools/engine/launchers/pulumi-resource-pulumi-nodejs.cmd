@echo off
rem The same as the launcher without extension, for Windows.
node -e "process.argv.splice(1, 0, 'pulumi-resource-pulumi-nodejs'); require('@pulumi/pulumi/cmd/dynamic-provider')" -- %*
