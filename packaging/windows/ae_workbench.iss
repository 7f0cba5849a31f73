; Installer for Windows: iscc /DVersion=1.2.3 /DBundle=dist\ae-workbench /DIcon=build\made\ae-workbench.ico ae_workbench.iss
; For one person without an administrator's rights, or for everybody with them; opens .aew files.
#ifndef Version
  #error Give the version: /DVersion=1.2.3
#endif
#ifndef Bundle
  #error Give the folder that PyInstaller made: /DBundle=dist\ae-workbench
#endif
#ifndef Icon
  #error Give the icon: /DIcon=build\made\ae-workbench.ico
#endif

[Setup]
AppId={{5E6D0F3B-2C0B-4D4C-9E0B-6B1B3C0A8A51}
AppName=AE Workbench
AppVersion={#Version}
AppVerName=AE Workbench {#Version}
AppPublisher=The AE Workbench authors
DefaultDirName={autopf}\AE Workbench
DefaultGroupName=AE Workbench
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Bundle}\licences\LICENSE
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\AE Workbench.exe
OutputBaseFilename=ae-workbench-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
LZMANumBlockThreads=4
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "associate"; Description: "{cm:AssocFileExtension,AE Workbench,.aew}"

[InstallDelete]
; What an older version had and this one hasn't must not be imported.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\AE Workbench"; Filename: "{app}\AE Workbench.exe"
Name: "{autodesktop}\AE Workbench"; Filename: "{app}\AE Workbench.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.aew"; ValueType: string; ValueData: "AEWorkbench.Run"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\AEWorkbench.Run"; ValueType: string; ValueData: "AE Workbench run"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\AEWorkbench.Run\DefaultIcon"; ValueType: string; ValueData: "{app}\AE Workbench.exe,0"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\AEWorkbench.Run\shell\open\command"; ValueType: string; ValueData: """{app}\AE Workbench.exe"" ""%1"""; Tasks: associate

[Run]
Filename: "{app}\AE Workbench.exe"; Description: "{cm:LaunchProgram,AE Workbench}"; Flags: nowait postinstall skipifsilent
