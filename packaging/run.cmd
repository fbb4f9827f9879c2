@echo off
rem Sets up everything at the first start, then opens Ganztag on the sample school; arguments are passed on to ganztag.
setlocal
set "root=%~dp0.."
set "extra="
call "%~dp0setup.cmd" || exit /b 2
if "%~1"=="" ("%root%\.venv\Scripts\python.exe" -m ganztag --sample) else ("%root%\.venv\Scripts\python.exe" -m ganztag %*)
exit /b %errorlevel%
