@echo off
rem Sets up everything, then runs all checks and all tests. Arguments are passed on to pytest instead of the whole run.
setlocal
set "root=%~dp0.."
set "extra=[dev]"
call "%~dp0setup.cmd" || exit /b 2
cd /d "%root%"
set "bin=%root%\.venv\Scripts"
if not "%~1"=="" ("%bin%\python.exe" -m pytest %* & exit /b %errorlevel%)
"%bin%\ruff.exe" format --check --quiet . || exit /b 1
"%bin%\ruff.exe" check --quiet . || exit /b 1
"%bin%\mypy.exe" || exit /b 1
"%bin%\lint-imports.exe" --no-cache || exit /b 1
"%bin%\python.exe" -m pytest tests\benchmarks -q -s || exit /b 1
"%bin%\python.exe" -m pytest --ignore tests\benchmarks -n 2 -q
exit /b %errorlevel%
