@echo off
rem Tryeza on Windows: the same steps as "make run".
cd /d "%~dp0"
if not exist .venv\Scripts\python.exe py -3 -m venv .venv || python -m venv .venv || goto no_python
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check -r requirements.txt || goto failed
.venv\Scripts\streamlit run app.py
exit /b
:no_python
echo Python 3.11 or newer is needed: https://www.python.org/downloads/
:failed
pause
exit /b 1
