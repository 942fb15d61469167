@echo off
setlocal
set "plugin=%~dp0plugin.cjs"
if not exist "%plugin%" set "plugin=%~dp0..\dist\plugin\plugin.cjs"
if not exist "%plugin%" (
  echo pulumi-resource-audiences: the provider is not built; run `npm install` and `npm run build` 1>&2
  exit /b 1
)
set "node=%~dp0..\node_modules\node\bin\node.exe"
if not exist "%node%" set "node=node"
"%node%" --max-semi-space-size=8 "%plugin%" %*
