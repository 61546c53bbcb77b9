@echo off
rem Runs JBang where none is installed: jbang migrate upgrade. docs\launcher.md says what it does and why.
setlocal EnableExtensions DisableDelayedExpansion

set "version=0.132.1"
set "artifact=dev.jbang:jbang-cli:%version%:jar:all"
set "sha256=f977075849cff866f45b27997f5671ab8a336a5dd3cf9e702b3479128338f3a7"
set "release=https://github.com/jbangdev/jbang/releases/download/v%version%/jbang-%version%.zip"
set "release_sha256=93baab61cd5805f4fc9496527b2842af9ae45a5281e67b50d185ca76ec4fe85c"
set "store=%~dp0.jbang\%version%"
set "jar=%store%\jbang.jar"

set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -version >nul 2>&1 || (
    echo jbang: No Java here: install a JDK 17 or newer, or set JAVA_HOME to one. >&2
    exit /b 1
)

if not exist "%jar%" call :fetch || exit /b 1

rem What JBang's own wrapper tells JBang, and the scripts that JBang runs.
set "JBANG_RUNTIME_SHELL=cmd"
set "JBANG_LAUNCH_CMD=%~f0"
set "JBANG_NO_VERSION_CHECK=true"
set "JBANG_STDIN_NOTTY=true"
timeout /t 0 >nul 2>&1 && set "JBANG_STDIN_NOTTY=false"

:name
set "output=%store%\output.%RANDOM%%RANDOM%"
if exist "%output%" goto name
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %JBANG_JAVA_OPTIONS% -jar "%jar%" %* >"%output%"
set "code=%ERRORLEVEL%"
if not "%code%" == "255" (
    type "%output%"
    del "%output%"
    exit /b %code%
)
set "command="
for /f "usebackq delims=" %%L in ("%output%") do if not defined command set "command=%%L"
del "%output%"
%command%
exit /b %ERRORLEVEL%

:fetch
set "fetched=%store%\fetch.%RANDOM%%RANDOM%"
mkdir "%fetched%" || exit /b 1
echo jbang: Fetching JBang %version%, this once. >&2
where mvn >nul 2>&1 && goto maven
curl.exe -sfL -o "%fetched%\jbang.zip" "%release%" || (
    call :failed "Could not download %release%. Is the network there?"
    exit /b 1
)
call :check "%fetched%\jbang.zip" %release_sha256% || exit /b 1
tar.exe -xf "%fetched%\jbang.zip" -C "%fetched%"
set "found=%fetched%\jbang-%version%\bin\jbang.jar"
goto place

:maven
pushd "%fetched%"
call mvn -q -B dependency:copy "-Dartifact=%artifact%" "-DoutputDirectory=%fetched%" >"%store%\maven.log" 2>&1 <nul
popd
set "found=%fetched%\jbang-cli-%version%-all.jar"
if not exist "%found%" (
    call :failed "Maven could not fetch %artifact%. Is the network there? See %store%\maven.log."
    exit /b 1
)
call :check "%found%" %sha256% || exit /b 1

:place
if not exist "%jar%" move /y "%found%" "%jar%" >nul
rmdir /s /q "%fetched%"
if exist "%jar%" exit /b 0
echo jbang: Could not put JBang into %store%. >&2
exit /b 1

:check
certutil -hashfile %1 SHA256 | findstr /i /x "%2" >nul && exit /b 0
call :failed "What was fetched as JBang %version% has another sha256 than %2; it was removed."
exit /b 1

:failed
rmdir /s /q "%fetched%"
echo jbang: %~1 >&2
exit /b 1
