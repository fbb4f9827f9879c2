@echo off
rem Called by run.cmd and test.cmd: makes .venv once and again when the pins change. Wants %root% and %extra%.
set "stamp=%root%\.venv\ready%extra%"
set "pins=%root%\packaging\constraints.txt"
if exist "%stamp%" (
    fc /b "%stamp%" "%pins%" >nul 2>nul && exit /b 0
)
where py >nul 2>nul || (echo Ganztag needs Python 3.11 or later from python.org, with the "py" launcher.>&2 & exit /b 2)
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" || (echo Ganztag needs Python 3.11 or later.>&2 & exit /b 2)
if not exist "%root%\.venv\Scripts\python.exe" py -3 -m venv "%root%\.venv" || exit /b 2
echo Setting up .venv (once; a minute or two) ...
set "PIP_CONSTRAINT=%pins%"
"%root%\.venv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-input -e "%root%%extra%" || exit /b 2
"%root%\.venv\Scripts\python.exe" "%root%\packaging\compile_translations" || exit /b 2
copy /y "%pins%" "%stamp%" >nul
exit /b 0
