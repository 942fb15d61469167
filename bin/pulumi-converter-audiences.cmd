@echo off
setlocal
set "converter=%~dp0converter.cjs"
if not exist "%converter%" set "converter=%~dp0..\dist\converter\converter.cjs"
if not exist "%converter%" (
  echo pulumi-converter-audiences: the converter is not built; run `npm install` and `npm run build` 1>&2
  exit /b 1
)
set "node=%~dp0..\node_modules\node\bin\node.exe"
if not exist "%node%" set "node=node"
"%node%" "%converter%" %*
