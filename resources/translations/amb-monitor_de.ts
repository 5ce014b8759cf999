<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>amb</name>
    <message>
        <source>About AMB Monitor</source>
        <translation>Über AMB Monitor</translation>
    </message>
    <message>
        <source>AMB Monitor %1

Shows what flows over a ServiceNow instance&apos;s Asynchronous Message Bus, live.

MIT licence. Built with Qt %2.</source>
        <translation>AMB Monitor %1

Zeigt live, was über den Asynchronous Message Bus einer ServiceNow-Instanz fließt.

MIT-Lizenz. Mit Qt %2 gebaut.</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>One REST request signs in. The usual way for a developer instance.</source>
        <translation>Eine REST-Anfrage meldet an. Der übliche Weg bei einer Entwicklerinstanz.</translation>
    </message>
    <message>
        <source>User and password on the login page</source>
        <translation>Benutzer und Passwort auf der Anmeldeseite</translation>
    </message>
    <message>
        <source>Signs in as a browser does. Not for instances with SSO or a second factor.</source>
        <translation>Meldet an, wie ein Browser es tut. Nicht für Instanzen mit SSO oder zweitem Faktor.</translation>
    </message>
    <message>
        <source>Cookies of a browser</source>
        <translation>Cookies eines Browsers</translation>
    </message>
    <message>
        <source>For SSO and second factors: sign in with a browser, and in its developer tools copy the Cookie header of a request, or the request “as cURL”.</source>
        <translation>Für SSO und zweite Faktoren: im Browser anmelden und in dessen Entwicklerwerkzeugen den Cookie-Header einer Anfrage kopieren, oder die Anfrage „als cURL“.</translation>
    </message>
    <message>
        <source>OAuth in the browser</source>
        <translation>OAuth im Browser</translation>
    </message>
    <message>
        <source>Your browser opens the instance&apos;s own sign-in page, SSO and second factor included.</source>
        <translation>Ihr Browser öffnet die Anmeldeseite der Instanz selbst, mit SSO und zweitem Faktor.</translation>
    </message>
    <message>
        <source>OAuth with user and password</source>
        <translation>OAuth mit Benutzer und Passwort</translation>
    </message>
    <message>
        <source>A token is fetched for the user. Needs an OAuth application in the instance.</source>
        <translation>Für den Benutzer wird ein Token geholt. Braucht eine OAuth-Anwendung in der Instanz.</translation>
    </message>
    <message>
        <source>OAuth with client credentials</source>
        <translation>OAuth mit Client-Zugangsdaten</translation>
    </message>
    <message>
        <source>A token is fetched for the OAuth application&apos;s own user.</source>
        <translation>Für den eigenen Benutzer der OAuth-Anwendung wird ein Token geholt.</translation>
    </message>
    <message>
        <source>OAuth with a refresh token</source>
        <translation>OAuth mit Refresh-Token</translation>
    </message>
    <message>
        <source>A token is fetched with a refresh token that you have.</source>
        <translation>Mit einem Refresh-Token, das Sie haben, wird ein Token geholt.</translation>
    </message>
    <message>
        <source>OAuth access token</source>
        <translation>OAuth-Zugriffstoken</translation>
    </message>
    <message>
        <source>A token that you have, until it expires (30 minutes by default).</source>
        <translation>Ein Token, das Sie haben, bis es abläuft (üblich sind 30 Minuten).</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>The instance knows you by a certificate (mutual authentication).</source>
        <translation>Die Instanz erkennt Sie an einem Zertifikat (gegenseitige Authentifizierung).</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Connects without signing in: for plain CometD servers. ServiceNow instances refuse nearly all channels then.</source>
        <translation>Verbindet ohne Anmeldung: für reine CometD-Server. ServiceNow-Instanzen lehnen dann fast alle Kanäle ab.</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>publish reply</source>
        <translation>Sendeantwort</translation>
    </message>
    <message>
        <source>handshake</source>
        <translation>Handshake</translation>
    </message>
    <message>
        <source>connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>subscribe</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source>unsubscribe</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>malformed</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Handshaking</source>
        <translation>Handshake läuft</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Disconnecting</source>
        <translation>Wird getrennt</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>Wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Long-polling</source>
        <translation>Long-Polling</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>WebSocket only</source>
        <translation>Nur WebSocket</translation>
    </message>
    <message>
        <source>Long-polling only</source>
        <translation>Nur Long-Polling</translation>
    </message>
    <message>
        <source>not told by the server</source>
        <translation>vom Server nicht mitgeteilt</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>invalidated: the bus is open, but nobody is signed in</source>
        <translation>ungültig: der Bus ist offen, aber niemand ist angemeldet</translation>
    </message>
    <message>
        <source>from the server</source>
        <translation>vom Server</translation>
    </message>
    <message>
        <source>to the server</source>
        <translation>zum Server</translation>
    </message>
    <message>
        <source>by the monitor</source>
        <translation>vom Monitor</translation>
    </message>
    <message>
        <source>%1 (HTTP %2)</source>
        <translation>%1 (HTTP %2)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>amb::AlertDialog</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>You are told by a notification and in the pane Alerts, at most once in ten seconds for each rule. What comes in between is counted.</source>
        <translation>Sie erfahren es durch eine Benachrichtigung und im Bereich „Alarme“, höchstens alle zehn Sekunden je Regel. Was dazwischen kommt, wird gezählt.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>words, channel:, kind:, user:, field:changed, /regex/ …</source>
        <translation>Wörter, channel:, kind:, user:, feld:changed, /regex/ …</translation>
    </message>
    <message>
        <source>each channel; or a part of its name</source>
        <translation>jeder Kanal; oder ein Teil seines Namens</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;When:</source>
        <translation>&amp;Wenn:</translation>
    </message>
    <message>
        <source>&amp;Filter:</source>
        <translation>&amp;Filter:</translation>
    </message>
    <message>
        <source>C&amp;hannel:</source>
        <translation>&amp;Kanal:</translation>
    </message>
    <message>
        <source>&amp;Silent for:</source>
        <translation>&amp;Still seit:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Add a rule to begin.</source>
        <translation>Fügen Sie zuerst eine Regel hinzu.</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>Uncheck to switch the rule off.</source>
        <translation>Ohne Haken ist die Regel ausgeschaltet.</translation>
    </message>
    <message>
        <source>as the rule says</source>
        <translation>wie die Regel sagt</translation>
    </message>
</context>
<context>
    <name>amb::AlertModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>amb::AlertRules</name>
    <message>
        <source>A message matches a filter</source>
        <translation>Eine Nachricht passt zu einem Filter</translation>
    </message>
    <message>
        <source>The connection is lost or back</source>
        <translation>Die Verbindung bricht ab oder ist zurück</translation>
    </message>
    <message>
        <source>The transport changes</source>
        <translation>Der Transport wechselt</translation>
    </message>
    <message>
        <source>A channel is silent</source>
        <translation>Ein Kanal ist still</translation>
    </message>
    <message>
        <source>Silence for %1 on a channel</source>
        <translation>%1 Stille auf einem Kanal</translation>
    </message>
    <message>
        <source>Silence for %1: %2</source>
        <translation>%1 Stille: %2</translation>
    </message>
    <message>
        <source>Type a filter as above the messages, for example priority:changed.</source>
        <translation>Geben Sie einen Filter ein wie über den Nachrichten, zum Beispiel priority:changed.</translation>
    </message>
</context>
<context>
    <name>amb::AlertWatch</name>
    <message>
        <source>The connection is lost.</source>
        <translation>Die Verbindung ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection is lost. %1</source>
        <translation>Die Verbindung ist abgebrochen. %1</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>Die Verbindung ist zurück.</translation>
    </message>
    <message>
        <source>Connected over %1 now.</source>
        <translation>Jetzt über %1 verbunden.</translation>
    </message>
    <message>
        <source>Nothing on %1 for %2.</source>
        <translation>Nichts auf %1 seit %2.</translation>
    </message>
    <message>
        <source>Silence: %1</source>
        <translation>Stille: %1</translation>
    </message>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (und %2 weitere)</translation>
    </message>
</context>
<context>
    <name>amb::Alerts</name>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Al&amp;erts…</source>
        <translation>Al&amp;arme…</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>amb::AlertsPane</name>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Liste leeren</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>&amp;Regeln…</translation>
    </message>
    <message>
        <source>What you want to be told of</source>
        <translation>Was Sie erfahren möchten</translation>
    </message>
    <message>
        <source>No alert yet. What your rules notice appears here.</source>
        <translation>Noch kein Alarm. Was Ihre Regeln bemerken, erscheint hier.</translation>
    </message>
    <message>
        <source>No alert yet, and no rule. Choose Rules to be told when a message matches a filter, the connection is lost, the transport changes or a channel is silent. Channels for which you chose Tell Me of Silence are told here too.</source>
        <translation>Noch kein Alarm und keine Regel. Wählen Sie „Regeln“, um zu erfahren, wenn eine Nachricht zu einem Filter passt, die Verbindung abreißt, der Transport wechselt oder ein Kanal schweigt. Auch Kanäle, für die Sie „Stille melden“ gewählt haben, stehen hier.</translation>
    </message>
</context>
<context>
    <name>amb::BoardCanvas</name>
    <message>
        <source>Task board</source>
        <translation>Taskboard</translation>
    </message>
</context>
<context>
    <name>amb::BoardDifferenceDialog</name>
    <message>
        <source>The traffic missed nothing: the board %1 showed what the instance says.</source>
        <translation>Dem Verkehr fehlte nichts: Das Board %1 zeigte, was die Instanz sagt.</translation>
    </message>
    <message>
        <source>one thing</source>
        <translation>eine Sache</translation>
    </message>
    <message>
        <source>%1 things</source>
        <translation>%1 Sachen</translation>
    </message>
    <message>
        <source>The traffic of the board %1 missed %2. The board now shows what the instance says.</source>
        <translation>Dem Verkehr des Boards %1 fehlte %2. Das Board zeigt jetzt, was die Instanz sagt.</translation>
    </message>
    <message>
        <source>Board and Instance</source>
        <translation>Board und Instanz</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Traffic had told</source>
        <translation>Laut Verkehr</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>amb::BoardHistoryView</name>
    <message>
        <source>History of the card or lane</source>
        <translation>Verlauf der Karte oder Spalte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Select a line for its message; double-click it to see the board then.</source>
        <translation>Wählen Sie eine Zeile für ihre Nachricht; ein Doppelklick zeigt das Board von damals.</translation>
    </message>
    <message>
        <source>No message yet</source>
        <translation>Noch keine Nachricht</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Select a card or a lane to see what happened to it.</source>
        <translation>Wählen Sie eine Karte oder Spalte, um zu sehen, was mit ihr geschah.</translation>
    </message>
</context>
<context>
    <name>amb::BoardPainter</name>
    <message>
        <source>no longer watched</source>
        <translation>nicht mehr beobachtet</translation>
    </message>
    <message>
        <source>Number not told</source>
        <translation>Nummer nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Text not told</source>
        <translation>Text nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Assignee not told</source>
        <translation>Zuständige nicht mitgeteilt</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, von %2</translation>
    </message>
</context>
<context>
    <name>amb::BoardPane</name>
    <message>
        <source>Board not known</source>
        <translation>Board nicht bekannt</translation>
    </message>
    <message>
        <source>Board %1</source>
        <translation>Board %1</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>&amp;Unterschied</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>The connection was lost for a moment. What happened on the board meanwhile was not told; a fresh reading shows it.</source>
        <translation>Die Verbindung war kurz unterbrochen. Was inzwischen auf dem Board geschah, wurde nicht mitgeteilt; neues Lesen zeigt es.</translation>
    </message>
    <message>
        <source>&amp;Read the Board</source>
        <translation>Board le&amp;sen</translation>
    </message>
    <message>
        <source>Task board</source>
        <translation>Taskboard</translation>
    </message>
    <message>
        <source>This board was deleted.</source>
        <translation>Dieses Board wurde gelöscht.</translation>
    </message>
    <message>
        <source>Members: %1</source>
        <translation>Mitglieder: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Read the board from the instance again and list what the traffic missed</source>
        <translation>Das Board erneut von der Instanz lesen und auflisten, was dem Verkehr fehlte</translation>
    </message>
    <message>
        <source>Reading the board from the instance…</source>
        <translation>Das Board wird von der Instanz gelesen…</translation>
    </message>
    <message>
        <source>No task board is watched yet. Choose “Watch a Task Board…” to see its lanes and cards here, live. Boards whose traffic comes anyway appear by themselves.</source>
        <translation>Noch wird kein Taskboard beobachtet. Wählen Sie „Taskboard beobachten…“, um seine Spalten und Karten hier live zu sehen. Boards, deren Verkehr ohnehin kommt, erscheinen von selbst.</translation>
    </message>
    <message>
        <source>No message of a task board is in this capture yet. As soon as a record watcher on vtb_card or vtb_lane tells of one, the board appears here.</source>
        <translation>In dieser Aufzeichnung ist noch keine Nachricht eines Taskboards. Sobald ein Record Watcher auf vtb_card oder vtb_lane von einem erzählt, erscheint das Board hier.</translation>
    </message>
    <message>
        <source>Watch a Task &amp;Board…</source>
        <translation>&amp;Taskboard beobachten…</translation>
    </message>
</context>
<context>
    <name>amb::BoardReader</name>
    <message>
        <source>The instance knows no board with this sys_id, or you may not see it. Check the address, and whether you are a member.</source>
        <translation>Die Instanz kennt kein Board mit dieser sys_id, oder Sie dürfen es nicht sehen. Prüfen Sie die Adresse und ob Sie Mitglied sind.</translation>
    </message>
</context>
<context>
    <name>amb::BoardReplayBar</name>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Show the board as it is now, and follow it</source>
        <translation>Das Board zeigen, wie es jetzt ist, und ihm folgen</translation>
    </message>
    <message>
        <source>Moment of the capture</source>
        <translation>Zeitpunkt der Aufzeichnung</translation>
    </message>
    <message>
        <source>Show the board as it was at any moment of the capture</source>
        <translation>Das Board zeigen, wie es zu einem beliebigen Zeitpunkt der Aufzeichnung war</translation>
    </message>
    <message>
        <source>%1 · %2 / %3</source>
        <translation>%1 · %2 / %3</translation>
    </message>
</context>
<context>
    <name>amb::BoardWording</name>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>Lane not known</source>
        <translation>Spalte nicht bekannt</translation>
    </message>
    <message>
        <source>Lane without name</source>
        <translation>Spalte ohne Namen</translation>
    </message>
    <message>
        <source>one card</source>
        <translation>eine Karte</translation>
    </message>
    <message>
        <source>%1 cards</source>
        <translation>%1 Karten</translation>
    </message>
    <message>
        <source>Lane %1, %2</source>
        <translation>Spalte %1, %2</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>zugewiesen an %1</translation>
    </message>
    <message>
        <source>labels %1</source>
        <translation>Etiketten %1</translation>
    </message>
    <message>
        <source>lane %1, %2 of %3</source>
        <translation>Spalte %1, %2 von %3</translation>
    </message>
    <message>
        <source>no longer watched</source>
        <translation>nicht mehr beobachtet</translation>
    </message>
    <message>
        <source>No message has told yet in which lane these cards are, or their lane was deleted. A fresh reading of the instance (Difference) tells.</source>
        <translation>Noch hat keine Nachricht gesagt, in welcher Spalte diese Karten sind, oder ihre Spalte wurde gelöscht. Neues Lesen von der Instanz („Unterschied“) sagt es.</translation>
    </message>
    <message>
        <source>Only cards name this lane: no message has told of the lane itself, so its place on the board is not known.</source>
        <translation>Nur Karten nennen diese Spalte: Von ihr selbst hat keine Nachricht erzählt, daher ist ihr Platz auf dem Board nicht bekannt.</translation>
    </message>
    <message>
        <source>Assigned to nobody</source>
        <translation>Niemandem zugewiesen</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Zugewiesen an %1</translation>
    </message>
    <message>
        <source>Labels: %1</source>
        <translation>Etiketten: %1</translation>
    </message>
    <message>
        <source>Its lane was %1, which is not there any more.</source>
        <translation>Ihre Spalte war %1, die es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>It left the query of its watcher: nobody tells what becomes of it. This is what was known last.</source>
        <translation>Sie hat die Abfrage ihres Watchers verlassen: Niemand sagt, was aus ihr wird. Dies war zuletzt bekannt.</translation>
    </message>
    <message>
        <source>Last message at %1</source>
        <translation>Letzte Nachricht um %1</translation>
    </message>
    <message>
        <source>Last message at %1, by %2</source>
        <translation>Letzte Nachricht um %1, von %2</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Written, nothing shown here changed</source>
        <translation>Geschrieben, nichts hier Gezeigtes geändert</translation>
    </message>
    <message>
        <source>Left the query of its watcher</source>
        <translation>Hat die Abfrage ihres Watchers verlassen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>%1 (found by reading)</source>
        <translation>%1 (durch Lesen gefunden)</translation>
    </message>
    <message>
        <source>%1 (came late)</source>
        <translation>%1 (kam spät)</translation>
    </message>
    <message>
        <source>Board %1</source>
        <translation>Board %1</translation>
    </message>
    <message>
        <source>Lane %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Member %1</source>
        <translation>Mitglied %1</translation>
    </message>
    <message>
        <source>was missing</source>
        <translation>fehlte</translation>
    </message>
    <message>
        <source>is gone</source>
        <translation>ist weg</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>lane</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Etiketten</translation>
    </message>
    <message>
        <source>was no longer watched</source>
        <translation>wurde nicht mehr beobachtet</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
</context>
<context>
    <name>amb::CaptureDialog</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Move to Trash</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>Open Capture</source>
        <translation>Aufzeichnung öffnen</translation>
    </message>
    <message>
        <source>Recorded captures</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Other &amp;File…</source>
        <translation>Andere &amp;Datei…</translation>
    </message>
    <message>
        <source>being recorded</source>
        <translation>wird aufgezeichnet</translation>
    </message>
    <message>
        <source>Captures (*.jsonl)</source>
        <translation>Aufzeichnungen (*.jsonl)</translation>
    </message>
    <message>
        <source>All (*)</source>
        <translation>Alle (*)</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Verstanden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Nothing was recorded yet: each instance that you open is recorded here. A capture that somebody gave you opens with “Other File…”.</source>
        <translation>Noch wurde nichts aufgezeichnet: Jede Instanz, die Sie öffnen, wird hier aufgezeichnet. Eine Aufzeichnung, die Sie bekommen haben, öffnet „Andere Datei…“.</translation>
    </message>
    <message>
        <source>One capture</source>
        <translation>Eine Aufzeichnung</translation>
    </message>
    <message>
        <source>%1 captures</source>
        <translation>%1 Aufzeichnungen</translation>
    </message>
    <message>
        <source>%1, %2, in %3</source>
        <translation>%1, %2, in %3</translation>
    </message>
</context>
<context>
    <name>amb::Cat</name>
    <message>
        <source>Give the address of an instance, or --demo. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what flows over a ServiceNow instance&apos;s message bus (AMB), or any Bayeux server, one line a message.

Exit codes: 0 done, 2 usage, 3 timed out, 4 cannot connect, 5 not signed in, 6 refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Displays version information.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the saved instances and ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handshaking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the next attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saying goodbye</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timed out: %1 of %2 messages came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this page in a browser on this computer and sign in there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot connect to %1.</source>
        <translation>Keine Verbindung zu %1.</translation>
    </message>
    <message>
        <source>Subscription to %1 refused: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published to %1: acknowledged after %2 ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish to %1 refused: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish to %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>amb::CatOptions</name>
    <message>
        <source>--data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty: give a JSON text, for example &apos;{&quot;text&quot;:&quot;hello&quot;}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no JSON: %2 at character %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--filter, character %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes a number above 0, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish --data to CHANNEL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to publish: JSON, or @FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after COUNT messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after SECONDS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json, or text (the default on a terminal).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the protocol&apos;s own messages too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Append everything to the capture FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say more on standard error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say nothing on standard error but errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the name or address of an instance, or --demo. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--publish and --data go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--format takes json or text, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do: give a channel with -s, or --publish, or --meta.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show and count only messages that match, such as &apos;table:incident priority:changed&apos;; see ambcat(1).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>amb::ChannelMenu</name>
    <message>
        <source>&amp;Unsubscribe</source>
        <translation>Abonnement been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Unsubscribe from %1 Channels</source>
        <translation>%1 Abonnements been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Edit as Conditions…</source>
        <translation>Als &amp;Bedingungen bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Copy Name</source>
        <translation>Namen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy Names</source>
        <translation>Namen &amp;kopieren</translation>
    </message>
    <message>
        <source>Give an &amp;Alias…</source>
        <translation>&amp;Alias geben…</translation>
    </message>
    <message>
        <source>&amp;Alias…</source>
        <translation>&amp;Alias…</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>&amp;Favorit</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>Fa&amp;rbe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>St&amp;umm</translation>
    </message>
    <message>
        <source>&amp;Solo</source>
        <translation>&amp;Solo</translation>
    </message>
    <message>
        <source>&amp;Tell Me of Silence</source>
        <translation>Bei S&amp;tille Bescheid sagen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>After %1…</source>
        <translation>Nach %1…</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Andere…</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Your own name for this channel; leave it empty for none:</source>
        <translation>Ihr eigener Name für diesen Kanal; leer lassen für keinen:</translation>
    </message>
    <message>
        <source>Tell Me of Silence</source>
        <translation>Bei Stille Bescheid sagen</translation>
    </message>
    <message>
        <source>Minutes without a message after which you want to know:</source>
        <translation>Nach so vielen Minuten ohne Nachricht Bescheid sagen:</translation>
    </message>
    <message>
        <source>Copy the &amp;Reason</source>
        <translation>G&amp;rund kopieren</translation>
    </message>
    <message>
        <source>Subscribe A&amp;gain</source>
        <translation>Erneut a&amp;bonnieren</translation>
    </message>
    <message>
        <source>&amp;Publish to It…</source>
        <translation>Darauf &amp;publizieren…</translation>
    </message>
    <message>
        <source>Sho&amp;w Only Its Messages</source>
        <translation>&amp;Nur seine Nachrichten zeigen</translation>
    </message>
    <message>
        <source>Sho&amp;w Only Their Messages</source>
        <translation>&amp;Nur ihre Nachrichten zeigen</translation>
    </message>
</context>
<context>
    <name>amb::ChannelModel</name>
    <message>
        <source>The server refused it without a reason.</source>
        <translation>Der Server hat ihn ohne Grund abgelehnt.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>quiet so far</source>
        <translation>bisher still</translation>
    </message>
    <message>
        <source>%1. %2. %3 messages.</source>
        <translation>%1. %2. %3 Nachrichten.</translation>
    </message>
</context>
<context>
    <name>amb::ChannelMoreMenu</name>
    <message>
        <source>Subscribe to &amp;Many…</source>
        <translation>&amp;Viele abonnieren…</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alle auswählen</translation>
    </message>
    <message>
        <source>Message List</source>
        <translation>Nachrichtenliste</translation>
    </message>
    <message>
        <source>&amp;Unmute All (%1)</source>
        <translation>&amp;Keinen mehr stumm (%1)</translation>
    </message>
    <message>
        <source>&amp;End Solo</source>
        <translation>Solo b&amp;eenden</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sets of Channels</source>
        <translation>Gruppen von Kanälen</translation>
    </message>
    <message>
        <source>&amp;Save These Channels as a Set…</source>
        <translation>Diese Kanäle als Gruppe &amp;sichern…</translation>
    </message>
    <message>
        <source>&amp;Subscribe to Its Channel</source>
        <translation>Ihren Kanal &amp;abonnieren</translation>
    </message>
    <message>
        <source>&amp;Subscribe to Its %1 Channels</source>
        <translation>Ihre %1 Kanäle &amp;abonnieren</translation>
    </message>
    <message>
        <source>&amp;Delete This Set</source>
        <translation>Diese Gruppe &amp;löschen</translation>
    </message>
    <message>
        <source>Save a Set of Channels</source>
        <translation>Gruppe von Kanälen sichern</translation>
    </message>
    <message>
        <source>Name of the set; one with the same name is replaced:</source>
        <translation>Name der Gruppe; eine gleichen Namens wird ersetzt:</translation>
    </message>
</context>
<context>
    <name>amb::ChannelPane</name>
    <message>
        <source>&amp;Subscribe</source>
        <translation>Ab&amp;onnieren</translation>
    </message>
    <message>
        <source>&amp;Watch Records…</source>
        <translation>Datensätze beoba&amp;chten…</translation>
    </message>
    <message>
        <source>&amp;Unsubscribe</source>
        <translation>A&amp;bbestellen</translation>
    </message>
    <message>
        <source>Subscribe to a table&apos;s records by conditions, a list&apos;s address or a query</source>
        <translation>Datensätze einer Tabelle nach Bedingungen, Adresse einer Liste oder Abfrage abonnieren</translation>
    </message>
    <message>
        <source>Unsubscribe from the selected channels (Delete)</source>
        <translation>Die gewählten Kanäle abbestellen (Entf)</translation>
    </message>
    <message>
        <source>Channel to subscribe to</source>
        <translation>Zu abonnierender Kanal</translation>
    </message>
    <message>
        <source>Nothing is subscribed yet. Type a channel above and press Return, ask the instance what it serves, or begin with one of its channels.</source>
        <translation>Noch ist nichts abonniert. Tippen Sie oben einen Kanal und drücken Sie die Eingabetaste, fragen Sie die Instanz, was sie bietet, oder beginnen Sie mit einem ihrer Kanäle.</translation>
    </message>
    <message>
        <source>&amp;Discover Channels…</source>
        <translation>Kanäle entdec&amp;ken…</translation>
    </message>
    <message>
        <source>Ask the instance which channels it serves and who listens to what</source>
        <translation>Die Instanz fragen, welche Kanäle sie bietet und wer worauf hört</translation>
    </message>
    <message>
        <source>Subscribe to %1</source>
        <translation>%1 abonnieren</translation>
    </message>
    <message>
        <source>All channels that match. Return subscribes.</source>
        <translation>Alle passenden Kanäle. Die Eingabetaste abonniert.</translation>
    </message>
    <message>
        <source>Return subscribes.</source>
        <translation>Die Eingabetaste abonniert.</translation>
    </message>
    <message>
        <source>There is no message of a channel in this capture.</source>
        <translation>In dieser Aufzeichnung ist keine Nachricht eines Kanals.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Find channels in this list</source>
        <translation>Kanäle in dieser Liste suchen</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Shows the channels as a tree of their names&apos; segments</source>
        <translation>Zeigt die Kanäle als Baum nach den Teilen ihrer Namen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Many channels at once, sets of channels, columns</source>
        <translation>Viele Kanäle auf einmal, Gruppen, Spalten</translation>
    </message>
    <message>
        <source>None of the %1 channels has “%2” in its name. Empty the field to see them all.</source>
        <translation>Keiner der %1 Kanäle hat „%2“ im Namen. Leeren Sie das Feld, um alle zu sehen.</translation>
    </message>
    <message>
        <source>/channel/name</source>
        <translation>/kanal/name</translation>
    </message>
    <message>
        <source>/* one level, /** all levels below</source>
        <translation>/* eine Ebene, /** alle Ebenen darunter</translation>
    </message>
</context>
<context>
    <name>amb::ChannelPasteDialog</name>
    <message>
        <source>1 channel</source>
        <translation>1 Kanal</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>Subscribe to Many Channels</source>
        <translation>Viele Kanäle abonnieren</translation>
    </message>
    <message>
        <source>&amp;Channels or patterns, one a line. Lines that begin with # are passed over.</source>
        <translation>&amp;Kanäle oder Muster, einer je Zeile. Zeilen, die mit # beginnen, werden übergangen.</translation>
    </message>
    <message>
        <source>Lines that cannot be used</source>
        <translation>Zeilen, die nicht verwendbar sind</translation>
    </message>
    <message>
        <source>&amp;Subscribe</source>
        <translation>&amp;Abonnieren</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 subscribed to.</source>
        <translation>%1 abonniert.</translation>
    </message>
    <message>
        <source>%1 to subscribe to.</source>
        <translation>%1 zu abonnieren.</translation>
    </message>
    <message>
        <source>%1 given more than once.</source>
        <translation>%1 mehrfach angegeben.</translation>
    </message>
    <message>
        <source>1 line cannot be used; it stays here to be mended.</source>
        <translation>1 Zeile ist nicht verwendbar; sie bleibt hier, um berichtigt zu werden.</translation>
    </message>
    <message>
        <source>%1 lines cannot be used; they stay here to be mended.</source>
        <translation>%1 Zeilen sind nicht verwendbar; sie bleiben hier, um berichtigt zu werden.</translation>
    </message>
    <message>
        <source>Nothing to subscribe to yet.</source>
        <translation>Noch nichts zu abonnieren.</translation>
    </message>
</context>
<context>
    <name>amb::ChannelTitle</name>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>amb::ChannelTree</name>
    <message>
        <source>1 channel</source>
        <translation>1 Kanal</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>%1 below</source>
        <translation>%1 darunter</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 muted</source>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>Messages: %1 (%2)</source>
        <translation>Nachrichten: %1 (%2)</translation>
    </message>
    <message>
        <source>Muted: recorded, but not shown in the message list.</source>
        <translation>Stumm: aufgezeichnet, aber nicht in der Nachrichtenliste.</translation>
    </message>
    <message>
        <source>A silence of %1 is told.</source>
        <translation>Eine Stille von %1 wird gemeldet.</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>%1. %2. %3 messages.</source>
        <translation>%1. %2. %3 Nachrichten.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>Letzte Minute</translation>
    </message>
</context>
<context>
    <name>amb::ChannelTreeView</name>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
</context>
<context>
    <name>amb::ChatPane</name>
    <message>
        <source>Virtual Agent</source>
        <translation>Virtual Agent</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Mitschrift</translation>
    </message>
    <message>
        <source>No conversation yet. Subscribe to a /connect/… or /cs/messages/… channel to read along here; the monitor only listens.</source>
        <translation>Noch kein Gespräch. Abonnieren Sie einen Kanal /connect/… oder /cs/messages/…, um hier mitzulesen; der Monitor hört nur zu.</translation>
    </message>
    <message>
        <source>No conversation is in this capture: nothing was said on /connect/… and /cs/messages/… channels.</source>
        <translation>In dieser Aufzeichnung ist kein Gespräch: Auf Kanälen /connect/… und /cs/messages/… wurde nichts gesagt.</translation>
    </message>
</context>
<context>
    <name>amb::ColumnActions</name>
    <message>
        <source>&amp;Add Column…</source>
        <translation>Spalte &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit &quot;%1&quot;…</source>
        <translation>„%1“ &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove &quot;%1&quot;</source>
        <translation>„%1“ &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>amb::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type some letters of a command; Enter runs it</source>
        <translation>Tippen Sie einige Buchstaben eines Befehls; die Eingabetaste führt ihn aus</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>%1 (not available now)</source>
        <translation>%1 (jetzt nicht verfügbar)</translation>
    </message>
    <message>
        <source>%1 (on)</source>
        <translation>%1 (an)</translation>
    </message>
    <message>
        <source>No command has these letters.</source>
        <translation>Kein Befehl hat diese Buchstaben.</translation>
    </message>
</context>
<context>
    <name>amb::ConditionEditor</name>
    <message>
        <source>&amp;Add Condition</source>
        <translation>Bedingung &amp;hinzufügen</translation>
    </message>
    <message>
        <source>One more condition: edit it in the query below.</source>
        <translation>Noch eine Bedingung: Bearbeiten Sie sie unten in der Abfrage.</translation>
    </message>
    <message>
        <source>%1 more conditions: edit them in the query below.</source>
        <translation>Noch %1 Bedingungen: Bearbeiten Sie sie unten in der Abfrage.</translation>
    </message>
</context>
<context>
    <name>amb::ConditionRow</name>
    <message>
        <source>where</source>
        <translation>wobei</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>or else</source>
        <translation>oder sonst</translation>
    </message>
    <message>
        <source>Belongs to the condition before it: a and (b or c)</source>
        <translation>Gehört zur Bedingung davor: a und (b oder c)</translation>
    </message>
    <message>
        <source>Begins another query: (a and b) or (c and d)</source>
        <translation>Beginnt eine weitere Abfrage: (a und b) oder (c und d)</translation>
    </message>
    <message>
        <source>How the condition is joined to those before</source>
        <translation>Wie die Bedingung mit denen davor verbunden ist</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Part of the query that is kept as it stands</source>
        <translation>Teil der Abfrage, der bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Not a condition that can be shown in parts: kept as it stands</source>
        <translation>Keine Bedingung, die sich in Teilen zeigen lässt: bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
</context>
<context>
    <name>amb::ConnectionBar</name>
    <message>
        <source>Wh&amp;y?</source>
        <translation>&amp;Warum?</translation>
    </message>
    <message>
        <source>Retry &amp;Now</source>
        <translation>Jetzt er&amp;neut</translation>
    </message>
    <message>
        <source>%1 msg/s</source>
        <translation>%1 Nachr./s</translation>
    </message>
    <message>
        <source>Instance %1</source>
        <translation>Instanz %1</translation>
    </message>
    <message>
        <source>Why? Opens the connection doctor.</source>
        <translation>Warum? Öffnet den Verbindungsdoktor.</translation>
    </message>
    <message>
        <source>Test the connection step by step</source>
        <translation>Die Verbindung Schritt für Schritt prüfen</translation>
    </message>
    <message>
        <source>Messages a second over the last minute</source>
        <translation>Nachrichten je Sekunde in der letzten Minute</translation>
    </message>
    <message>
        <source>Disconnecting</source>
        <translation>Wird getrennt</translation>
    </message>
    <message>
        <source>session %1 left</source>
        <translation>Sitzung noch %1</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>Verb&amp;inden</translation>
    </message>
    <message>
        <source>No transport</source>
        <translation>Kein Transport</translation>
    </message>
    <message>
        <source>Long-polling — fell back</source>
        <translation>Long-Polling — Ausweichweg</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Transport: %1. Opens the connection details.</source>
        <translation>Transport: %1. Öffnet die Einzelheiten der Verbindung.</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>Einzelheiten der Verbindung</translation>
    </message>
    <message>
        <source>Next attempt in %1. %2</source>
        <translation>Nächster Versuch in %1. %2</translation>
    </message>
    <message>
        <source>WebSocket is being tried beside the poll. %1</source>
        <translation>WebSocket wird neben dem Polling versucht. %1</translation>
    </message>
    <message>
        <source>renewing session</source>
        <translation>Sitzung wird erneuert</translation>
    </message>
    <message>
        <source>replacing session</source>
        <translation>Sitzung wird ersetzt</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufzeichnung</translation>
    </message>
</context>
<context>
    <name>amb::ConnectionDetails</name>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>a new handshake</source>
        <translation>ein neuer Handshake</translation>
    </message>
    <message>
        <source>another connect</source>
        <translation>ein weiteres Connect</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, being replaced</source>
        <translation>%1, wird ersetzt</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>Try &amp;WebSocket Now</source>
        <translation>&amp;WebSocket jetzt versuchen</translation>
    </message>
    <message>
        <source>&amp;Retry Now</source>
        <translation>Jetzt e&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Connection details</source>
        <translation>Einzelheiten der Verbindung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>Warum dieser</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Letzte Störung</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Next WebSocket try</source>
        <translation>Nächster WebSocket-Versuch</translation>
    </message>
    <message>
        <source>Last connect reply</source>
        <translation>Letzte Connect-Antwort</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>Seit dem Start</translation>
    </message>
    <message>
        <source>Transports that may be used</source>
        <translation>Transporte, die verwendet werden dürfen</translation>
    </message>
    <message>
        <source>&amp;Use:</source>
        <translation>&amp;Verwenden:</translation>
    </message>
    <message>
        <source>It is the first choice.</source>
        <translation>Er ist die erste Wahl.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>being tried now</source>
        <translation>wird gerade versucht</translation>
    </message>
    <message>
        <source>handshakes: %1, gaps: %2, sessions replaced: %3</source>
        <translation>Handshakes: %1, Lücken: %2, ersetzte Sitzungen: %3</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Doctor…</source>
        <translation>&amp;Doktor…</translation>
    </message>
    <message>
        <source>Connection doctor</source>
        <translation>Verbindungsdoktor</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
</context>
<context>
    <name>amb::ConnectionOptions</name>
    <message>
        <source>--%1 takes a number of seconds up to 3600, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--proxy takes http://host:port, socks5://host:port or none, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--transport takes auto, websocket or long-polling, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a saved instance, or an address such as dev12345 or https://dev12345.service-now.com; the path is /amb where none is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the built-in demo instance, with --demo=FAULT,… one that misbehaves: websocket-off, websocket-hang, slow=MS, flood=N:BYTES:RATE, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribe to CHANNEL; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, websocket or long-polling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the certificates in FILE (PEM) as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http://host:port, socks5://host:port or none; else the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds for TCP, TLS and the WebSocket upgrade together (10).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds a message may stay unanswered (10).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one INSTANCE, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give INSTANCE or --demo, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “%1” needs to sign in is not kept in the keychain. %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>amb::ConnectionStrip</name>
    <message>
        <source>Connection over time</source>
        <translation>Verbindung im Lauf der Zeit</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>%1 from %2, for %3</source>
        <translation>%1 ab %2, für %3</translation>
    </message>
</context>
<context>
    <name>amb::ConnectionTest</name>
    <message>
        <source>No connection after %1. Check the address, and whether a proxy is needed.</source>
        <translation>Keine Verbindung nach %1. Prüfen Sie die Adresse, und ob ein Proxy nötig ist.</translation>
    </message>
    <message>
        <source>The test was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>Cannot connect to %1.</source>
        <translation>Keine Verbindung zu %1.</translation>
    </message>
    <message>
        <source>Connected over %1 after %2.</source>
        <translation>Über %1 verbunden nach %2.</translation>
    </message>
    <message>
        <source>Signed in; the session has %1 left.</source>
        <translation>Angemeldet; die Sitzung dauert noch %1.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <source>But the instance says that nobody is signed in: it will refuse nearly all channels. Choose another way of sign-in.</source>
        <translation>Aber die Instanz sagt, dass niemand angemeldet ist: Sie wird fast alle Kanäle ablehnen. Wählen Sie eine andere Art der Anmeldung.</translation>
    </message>
    <message>
        <source>The server does not say whether somebody is signed in.</source>
        <translation>Der Server sagt nicht, ob jemand angemeldet ist.</translation>
    </message>
</context>
<context>
    <name>amb::DecodedModel</name>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>unknown → %1</source>
        <translation>unbekannt → %1</translation>
    </message>
    <message>
        <source>was %1, is %2</source>
        <translation>war %1, ist %2</translation>
    </message>
    <message>
        <source>is now %1; what it was is not known</source>
        <translation>ist jetzt %1; was es war, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Field: %1</source>
        <translation>Feld: %1</translation>
    </message>
    <message>
        <source>Was: %1</source>
        <translation>War: %1</translation>
    </message>
    <message>
        <source>Was: not known. No earlier message that can be relied on tells it.</source>
        <translation>War: nicht bekannt. Keine verlässliche frühere Nachricht sagt es.</translation>
    </message>
    <message>
        <source>Is: %1</source>
        <translation>Ist: %1</translation>
    </message>
    <message>
        <source>Value: %1</source>
        <translation>Wert: %1</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>The Tree tab shows all of them.</source>
        <translation>Der Reiter „Baum“ zeigt alle.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>amb::DecodedPage</name>
    <message>
        <source>What the message says</source>
        <translation>Was die Nachricht sagt</translation>
    </message>
    <message>
        <source>Fields of the message</source>
        <translation>Felder der Nachricht</translation>
    </message>
    <message>
        <source>&amp;Copy Value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Raw Value</source>
        <translation>&amp;Rohwert kopieren</translation>
    </message>
    <message>
        <source>Copy Field &amp;Name</source>
        <translation>Feld&amp;namen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Sentence</source>
        <translation>&amp;Satz kopieren</translation>
    </message>
    <message>
        <source>The selected field as the server keeps it, and what it means</source>
        <translation>Das gewählte Feld, wie der Server es führt, und was es bedeutet</translation>
    </message>
    <message>
        <source>Select a field to see how the server keeps it.</source>
        <translation>Wählen Sie ein Feld, um zu sehen, wie der Server es führt.</translation>
    </message>
</context>
<context>
    <name>amb::DecoderFolder</name>
    <message>
        <source>it cannot be read: %1.</source>
        <translation>sie kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Decoding rules left out: %1, %2</source>
        <translation>Ausgelassene Regeln: %1, %2</translation>
    </message>
</context>
<context>
    <name>amb::DifferenceModel</name>
    <message>
        <source>(not there)</source>
        <translation>(nicht da)</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>%1
Before: %2
After: %3</source>
        <translation>%1
Vorher: %2
Nachher: %3</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>amb::DifferencePage</name>
    <message>
        <source>&amp;Show It</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Compare with &amp;Previous</source>
        <translation>Mit der &amp;vorigen vergleichen</translation>
    </message>
    <message>
        <source>Go to the message of the other side in the list</source>
        <translation>Zur Nachricht der anderen Seite in der Liste gehen</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>This is the message that you chose to compare with. Select another one in the list to see where it differs.</source>
        <translation>Dies ist die Nachricht, mit der Sie vergleichen. Wählen Sie eine andere in der Liste, um die Unterschiede zu sehen.</translation>
    </message>
    <message>
        <source>Compared with the message that you chose, of %1.</source>
        <translation>Verglichen mit der gewählten Nachricht von %1.</translation>
    </message>
    <message>
        <source>Notes of the monitor are not compared.</source>
        <translation>Notizen des Monitors werden nicht verglichen.</translation>
    </message>
    <message>
        <source>There is no earlier message like this one on its channel.</source>
        <translation>Auf diesem Kanal gibt es keine frühere Nachricht dieser Art.</translation>
    </message>
    <message>
        <source>There is no earlier message of this record on its channel.</source>
        <translation>Auf diesem Kanal gibt es keine frühere Nachricht zu diesem Datensatz.</translation>
    </message>
    <message>
        <source>To compare it with any other one, choose “Compare with This Message” in the context menu of that one in the list.</source>
        <translation>Um sie mit einer beliebigen anderen zu vergleichen, wählen Sie „Mit dieser Nachricht vergleichen“ in deren Kontextmenü in der Liste.</translation>
    </message>
    <message>
        <source>Compared with the previous message on this channel, of %1.</source>
        <translation>Verglichen mit der vorigen Nachricht auf diesem Kanal, von %1.</translation>
    </message>
    <message>
        <source>Compared with the previous message of this record, of %1.</source>
        <translation>Verglichen mit der vorigen Nachricht zu diesem Datensatz, von %1.</translation>
    </message>
    <message>
        <source>There is a gap in between: messages may have been missed.</source>
        <translation>Dazwischen ist eine Lücke: Nachrichten können fehlen.</translation>
    </message>
    <message>
        <source>One of the two is no JSON that can be read, so they cannot be compared place by place.</source>
        <translation>Eine der beiden ist kein lesbares JSON, sie lassen sich also nicht Stelle für Stelle vergleichen.</translation>
    </message>
    <message>
        <source>They do not differ.</source>
        <translation>Sie unterscheiden sich nicht.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>(not there)</source>
        <translation>(nicht da)</translation>
    </message>
    <message>
        <source>&amp;Copy Difference</source>
        <translation>Unterschied &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy Value &amp;Before</source>
        <translation>Wert &amp;vorher kopieren</translation>
    </message>
    <message>
        <source>Copy Value &amp;After</source>
        <translation>Wert &amp;nachher kopieren</translation>
    </message>
</context>
<context>
    <name>amb::DiscoverDialog</name>
    <message>
        <source>&amp;Refresh</source>
        <translation>A&amp;uffrischen</translation>
    </message>
    <message>
        <source>&amp;Subscribe</source>
        <translation>&amp;Abonnieren</translation>
    </message>
    <message>
        <source>Subscribe to &amp;All</source>
        <translation>Al&amp;le abonnieren</translation>
    </message>
    <message>
        <source>&amp;Watch Records…</source>
        <translation>&amp;Datensätze beobachten…</translation>
    </message>
    <message>
        <source>Discover Channels – %1</source>
        <translation>Kanäle entdecken – %1</translation>
    </message>
    <message>
        <source>Asking the instance which channels it serves…</source>
        <translation>Die Instanz wird gefragt, welche Kanäle sie bietet…</translation>
    </message>
    <message>
        <source>Asking the instance who listens to what…</source>
        <translation>Die Instanz wird gefragt, wer worauf hört…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search channels, kinds, users and descriptions</source>
        <translation>Kanäle, Arten, Benutzer und Beschreibungen durchsuchen</translation>
    </message>
    <message>
        <source>The instance shows no channel that it serves: the table sys_amb_processor has no row that you may read.</source>
        <translation>Die Instanz zeigt keinen Kanal, den sie bietet: Die Tabelle sys_amb_processor hat keine Zeile, die Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Nobody listens to anything right now, or you may not see who does. Subscribe to a channel and refresh to see yourself here.</source>
        <translation>Gerade hört niemand auf etwas, oder Sie dürfen es nicht sehen. Abonnieren Sie einen Kanal und frischen Sie auf, um sich selbst hier zu sehen.</translation>
    </message>
    <message>
        <source>What the instance serves</source>
        <translation>Was die Instanz bietet</translation>
    </message>
    <message>
        <source>&amp;Channel:</source>
        <translation>&amp;Kanal:</translation>
    </message>
    <message>
        <source>Choose a table and a query to be told of changes to its records</source>
        <translation>Eine Tabelle und eine Abfrage wählen, um von Änderungen ihrer Datensätze zu erfahren</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Ser&amp;ved by the Instance</source>
        <translation>&amp;Von der Instanz geboten</translation>
    </message>
    <message>
        <source>&amp;Listened To Now</source>
        <translation>&amp;Jetzt gehört</translation>
    </message>
    <message>
        <source>Choose a channel to see what it is for.</source>
        <translation>Wählen Sie einen Kanal, um zu sehen, wozu er dient.</translation>
    </message>
    <message>
        <source>It is a whole group of channels: fill in what stands in &lt;…&gt;.</source>
        <translation>Es ist eine ganze Gruppe von Kanälen: Füllen Sie aus, was in &lt;…&gt; steht.</translation>
    </message>
    <message>
        <source>Its processor is not active: the instance refuses to subscribe to it.</source>
        <translation>Sein Prozessor ist nicht aktiv: Die Instanz lehnt das Abonnieren ab.</translation>
    </message>
    <message>
        <source>Replace &lt;…&gt; with a value. Return goes to the next one, and then subscribes.</source>
        <translation>Ersetzen Sie &lt;…&gt; durch einen Wert. Die Eingabetaste geht zum nächsten und abonniert dann.</translation>
    </message>
    <message>
        <source>Return subscribes.</source>
        <translation>Die Eingabetaste abonniert.</translation>
    </message>
    <message>
        <source>A channel that you know can be subscribed to all the same: type it here.</source>
        <translation>Ein Kanal, den Sie kennen, lässt sich trotzdem abonnieren: Tippen Sie ihn hier ein.</translation>
    </message>
</context>
<context>
    <name>amb::DiscoverList</name>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>Discovered channels</source>
        <translation>Entdeckte Kanäle</translation>
    </message>
    <message>
        <source>Reading from the instance</source>
        <translation>Die Instanz wird gelesen</translation>
    </message>
    <message>
        <source>Nothing here contains what is searched for.</source>
        <translation>Nichts hier enthält das Gesuchte.</translation>
    </message>
</context>
<context>
    <name>amb::DiscoverModel</name>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Hörer</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>Nicht aktiv</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Served by %1</source>
        <translation>Geboten von %1</translation>
    </message>
    <message>
        <source>Public: also for those who are not signed in</source>
        <translation>Öffentlich: auch für nicht Angemeldete</translation>
    </message>
    <message>
        <source>Listening: %1</source>
        <translation>Hörer: %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>amb::DoctorCommand</name>
    <message>
        <source>Test the connection step by step and say what is wrong. Exit codes: 0 works over WebSocket, 1 by fallback, 4 does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --doctor: write a report, .html or .json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --doctor: also hold a quiet connection for its full time, half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--report and --hold go with --doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--doctor neither subscribes, publishes nor records; leave those away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--report takes a file that ends in .html or .json, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>amb::DoctorVerdictPanel</name>
    <message>
        <source>Verdict</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Not tested yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>The doctor tests the way to %1 step by step, from its name to the messages of its bus.</source>
        <translation>Der Doktor prüft den Weg zu %1 Schritt für Schritt, vom Namen bis zu den Nachrichten des Busses.</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>The way to %1 is being tested; the verdict comes at the end.</source>
        <translation>Der Weg zu %1 wird geprüft; der Befund kommt am Ende.</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>Wahrscheinliche Ursache</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Ask the network team</source>
        <translation>Fragen Sie das Netzwerkteam</translation>
    </message>
    <message>
        <source>See</source>
        <translation>Siehe</translation>
    </message>
</context>
<context>
    <name>amb::DoctorWindow</name>
    <message>
        <source>Also hold a &amp;quiet connection (half a minute)</source>
        <translation>Auch eine ruhi&amp;ge Verbindung halten (eine halbe Minute)</translation>
    </message>
    <message>
        <source>&amp;Copy Summary</source>
        <translation>&amp;Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>&amp;Save Report…</source>
        <translation>Bericht &amp;speichern…</translation>
    </message>
    <message>
        <source>Connection Doctor – %1</source>
        <translation>Verbindungsdoktor – %1</translation>
    </message>
    <message>
        <source>Evidence of the chosen step</source>
        <translation>Belege des gewählten Schritts</translation>
    </message>
    <message>
        <source>Choose a step to see what was sent and what came back.</source>
        <translation>Wählen Sie einen Schritt, um zu sehen, was gesendet wurde und was zurückkam.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Was zurückkam</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Finds proxies and firewalls that cut idle connections, and says after how many seconds.</source>
        <translation>Findet Proxys und Firewalls, die ruhende Verbindungen trennen, und sagt, nach wie vielen Sekunden.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Run Again</source>
        <translation>E&amp;rneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>P&amp;rüfen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web page, to read and print (*.html)</source>
        <translation>Webseite, zum Lesen und Drucken (*.html)</translation>
    </message>
    <message>
        <source>JSON, for scripts (*.json)</source>
        <translation>JSON, für Skripte (*.json)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>amb::FilterBar</name>
    <message>
        <source>Filter of the messages</source>
        <translation>Filter der Nachrichten</translation>
    </message>
    <message>
        <source>Filter: words, channel:, kind:, user:, field:changed, /regex/ …</source>
        <translation>Filter: Wörter, channel:, kind:, user:, feld:changed, /regex/ …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Filters that you keep, and examples</source>
        <translation>Filter, die Sie behalten, und Beispiele</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>&amp;Save This Filter</source>
        <translation>Diesen Filter &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Forget This Filter</source>
        <translation>Diesen Filter &amp;vergessen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>amb::FilterHelp</name>
    <message>
        <source>Filter Language</source>
        <translation>Filtersprache</translation>
    </message>
    <message>
        <source>What you type above the messages is applied at once, to old and new ones alike. Return or a double click tries an example.</source>
        <translation>Was Sie über den Nachrichten eingeben, gilt sofort, für alte und neue. Die Eingabetaste oder ein Doppelklick probiert ein Beispiel aus.</translation>
    </message>
    <message>
        <source>What a filter can say</source>
        <translation>Was ein Filter sagen kann</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows messages</source>
        <translation>Zeigt Nachrichten</translation>
    </message>
    <message>
        <source>with this word, in any case of letters</source>
        <translation>mit diesem Wort, groß oder klein geschrieben</translation>
    </message>
    <message>
        <source>with this phrase; what has signs in it goes in quotes too</source>
        <translation>mit dieser Wortfolge; auch was Zeichen enthält, gehört in Anführungszeichen</translation>
    </message>
    <message>
        <source>with both words</source>
        <translation>mit beiden Wörtern</translation>
    </message>
    <message>
        <source>with one of them</source>
        <translation>mit einem von beiden</translation>
    </message>
    <message>
        <source>without what follows; “not” binds closest, then “and”, then “or”</source>
        <translation>ohne das Folgende; „not“ bindet am engsten, dann „and“, dann „or“</translation>
    </message>
    <message>
        <source>parentheses hold together</source>
        <translation>Klammern halten zusammen</translation>
    </message>
    <message>
        <source>whose channel&apos;s name, or what it watches, has it</source>
        <translation>deren Kanalname, oder was der Kanal beobachtet, das enthält</translation>
    </message>
    <message>
        <source>whose channel matches: * within a segment, ** over all</source>
        <translation>deren Kanal passt: * innerhalb eines Abschnitts, ** über alle</translation>
    </message>
    <message>
        <source>about records of this table</source>
        <translation>über Datensätze dieser Tabelle</translation>
    </message>
    <message>
        <source>that say that this field of the record has changed</source>
        <translation>die sagen, dass sich dieses Feld des Datensatzes geändert hat</translation>
    </message>
    <message>
        <source>that this user sent or caused, or that show this user present</source>
        <translation>die dieser Benutzer gesendet oder ausgelöst hat, oder in denen er anwesend ist</translation>
    </message>
    <message>
        <source>of these kinds; also handshake, connect, subscribe, …, or meta for all of the protocol&apos;s</source>
        <translation>dieser Arten; auch handshake, connect, subscribe, …, oder meta für alle des Protokolls</translation>
    </message>
    <message>
        <source>that the monitor sent; also in and local</source>
        <translation>die der Monitor gesendet hat; auch in und local</translation>
    </message>
    <message>
        <source>that came or went this way; also websocket</source>
        <translation>die auf diesem Weg kamen oder gingen; auch websocket</translation>
    </message>
    <message>
        <source>larger than that many bytes; also &gt;= &lt; &lt;= =</source>
        <translation>mit mehr als so vielen Bytes; auch &gt;= &lt; &lt;= =</translation>
    </message>
    <message>
        <source>whose text matches a regular expression; i: in any case</source>
        <translation>deren Text zu einem regulären Ausdruck passt; i: groß oder klein geschrieben</translation>
    </message>
</context>
<context>
    <name>amb::FilterOffers</name>
    <message>
        <source>User %1</source>
        <translation>Benutzer %1</translation>
    </message>
    <message>
        <source>Changes of %1</source>
        <translation>Änderungen von %1</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Tabelle %1</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>Sho&amp;w Only</source>
        <translation>Nur ze&amp;igen</translation>
    </message>
    <message>
        <source>&amp;Leave Out</source>
        <translation>&amp;Weglassen</translation>
    </message>
</context>
<context>
    <name>amb::FindBar</name>
    <message>
        <source>Find in the message</source>
        <translation>In der Nachricht suchen</translation>
    </message>
    <message>
        <source>Find a name or a value</source>
        <translation>Name oder Wert suchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>no hits</source>
        <translation>keine Treffer</translation>
    </message>
</context>
<context>
    <name>amb::HighlighterDialog</name>
    <message>
        <source>Match &amp;case</source>
        <translation>&amp;Groß und klein unterscheiden</translation>
    </message>
    <message>
        <source>Highlighters</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>Messages that contain a text get a colour in the list. The first rule that fits wins.</source>
        <translation>Nachrichten, die einen Text enthalten, bekommen in der Liste eine Farbe. Die erste passende Regel gilt.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>&amp;Farbe:</translation>
    </message>
    <message>
        <source>Add a rule to begin.</source>
        <translation>Fügen Sie zuerst eine Regel hinzu.</translation>
    </message>
    <message>
        <source>(no text yet)</source>
        <translation>(noch kein Text)</translation>
    </message>
    <message>
        <source>%1. Uncheck to switch the rule off.</source>
        <translation>%1. Ohne Haken ist die Regel ausgeschaltet.</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>&amp;Regulärer Ausdruck</translation>
    </message>
</context>
<context>
    <name>amb::Highlighters</name>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Type the text to look for.</source>
        <translation>Geben Sie den gesuchten Text ein.</translation>
    </message>
    <message>
        <source>The pattern is wrong at character %1: %2.</source>
        <translation>Das Muster ist bei Zeichen %1 falsch: %2.</translation>
    </message>
</context>
<context>
    <name>amb::HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Worüber</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>amb::HistoryPane</name>
    <message>
        <source>Nothing has happened yet. Each change of the connection and its reason appears here.</source>
        <translation>Noch ist nichts geschehen. Jede Änderung der Verbindung und ihr Grund erscheinen hier.</translation>
    </message>
    <message>
        <source>&amp;Retry Now</source>
        <translation>Jetzt e&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>&amp;Copy as Text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>The whole history and the present state, for a ticket</source>
        <translation>Der ganze Verlauf und der jetzige Zustand, für ein Ticket</translation>
    </message>
    <message>
        <source>Connection of AMB Monitor to %1, %2</source>
        <translation>Verbindung von AMB Monitor zu %1, %2</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Over time, newest first: %1</source>
        <translation>Im Lauf der Zeit, das Neueste zuerst: %1</translation>
    </message>
    <message>
        <source>This capture tells of no change of the connection.</source>
        <translation>Diese Aufzeichnung enthält keine Änderung der Verbindung.</translation>
    </message>
    <message>
        <source>Connection of AMB Monitor in the capture %1</source>
        <translation>Verbindung von AMB Monitor in der Aufzeichnung %1</translation>
    </message>
</context>
<context>
    <name>amb::Inspector</name>
    <message>
        <source>Select a message in the list to see it here in full: in words, as a tree and as received.</source>
        <translation>Wählen Sie in der Liste eine Nachricht, um sie hier ganz zu sehen: in Worten, als Baum und wie empfangen.</translation>
    </message>
    <message>
        <source>Ways to look at the message</source>
        <translation>Ansichten der Nachricht</translation>
    </message>
    <message>
        <source>&amp;Decoded</source>
        <translation>&amp;In Worten</translation>
    </message>
    <message>
        <source>&amp;Tree</source>
        <translation>&amp;Baum</translation>
    </message>
    <message>
        <source>&amp;Raw</source>
        <translation>&amp;Roh</translation>
    </message>
    <message>
        <source>Note of the monitor</source>
        <translation>Notiz des Monitors</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Di&amp;fference</source>
        <translation>&amp;Unterschied</translation>
    </message>
    <message>
        <source>Open Record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Open record in browser</source>
        <translation>Datensatz im Browser öffnen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep this message in a pane of its own, beside the live one</source>
        <translation>Diese Nachricht in einem eigenen Bereich neben dem laufenden behalten</translation>
    </message>
    <message>
        <source>Pin beside the live one</source>
        <translation>Neben dem laufenden anheften</translation>
    </message>
    <message>
        <source>Open %1 in your browser</source>
        <translation>%1 in Ihrem Browser öffnen</translation>
    </message>
    <message>
        <source>No browser could be opened. The address of the record is on the clipboard.</source>
        <translation>Es ließ sich kein Browser öffnen. Die Adresse des Datensatzes ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>amb::InstanceList</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Saved instances</source>
        <translation>Gespeicherte Instanzen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Signs in with</source>
        <translation>Meldet an mit</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>No saved instances yet.
Type an address below, or try the demo instance first.</source>
        <translation>Noch keine gespeicherten Instanzen.
Tippen Sie unten eine Adresse, oder versuchen Sie zuerst die Demo-Instanz.</translation>
    </message>
</context>
<context>
    <name>amb::JsonTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 more, see Raw</source>
        <translation>%1 weitere, siehe „Roh“</translation>
    </message>
</context>
<context>
    <name>amb::JsonTreePage</name>
    <message>
        <source>Message as a tree</source>
        <translation>Nachricht als Baum</translation>
    </message>
    <message>
        <source>This is not well-formed JSON. %1 (line %2, column %3, byte %4). The Raw tab shows what was received.</source>
        <translation>Das ist kein wohlgeformtes JSON. %1 (Zeile %2, Spalte %3, Byte %4). Der Reiter „Roh“ zeigt, was empfangen wurde.</translation>
    </message>
    <message>
        <source>&amp;Copy Value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;Path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>&amp;Expand</source>
        <translation>&amp;Aufklappen</translation>
    </message>
    <message>
        <source>C&amp;ollapse All</source>
        <translation>Alles &amp;zuklappen</translation>
    </message>
    <message>
        <source>E&amp;xpand All</source>
        <translation>Alles &amp;aufklappen</translation>
    </message>
    <message>
        <source>The message is too large to be opened as a whole: %1 levels are open. Open further ones where you need them.</source>
        <translation>Die Nachricht ist zu groß, um ganz aufgeklappt zu werden: %1 Ebenen sind offen. Klappen Sie weitere auf, wo Sie sie brauchen.</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>Als &amp;JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Add as Column</source>
        <translation>&amp;Als Spalte hinzufügen</translation>
    </message>
</context>
<context>
    <name>amb::Language</name>
    <message>
        <source>There is no translation &quot;%1&quot;. Choose one of: %2.</source>
        <translation>Es gibt keine Übersetzung „%1“. Wählen Sie eine von: %2.</translation>
    </message>
</context>
<context>
    <name>amb::Launcher</name>
    <message>
        <source>Demo instance</source>
        <translation>Demo-Instanz</translation>
    </message>
    <message>
        <source>The demo instance now runs at this address. Its user is “demo”, its password is “demo”.</source>
        <translation>Die Demo-Instanz läuft jetzt unter dieser Adresse. Ihr Benutzer ist „demo“, ihr Passwort ist „demo“.</translation>
    </message>
    <message>
        <source>Change what was refused, then connect.</source>
        <translation>Ändern Sie, was abgelehnt wurde, und verbinden Sie.</translation>
    </message>
</context>
<context>
    <name>amb::LintList</name>
    <message>
        <source>Does not work</source>
        <translation>Geht nicht</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Use Better Query</source>
        <translation>Bessere Abfrage verwenden</translation>
    </message>
</context>
<context>
    <name>amb::ListOverlays</name>
    <message>
        <source>Go to the newest message and follow (End)</source>
        <translation>Zur neuesten Nachricht gehen und folgen (Ende)</translation>
    </message>
    <message>
        <source>Go on and show what waits</source>
        <translation>Weitermachen und zeigen, was wartet</translation>
    </message>
    <message>
        <source>%1 below</source>
        <translation>%1 darunter</translation>
    </message>
    <message>
        <source>Follow Newest</source>
        <translation>Neuesten folgen</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1, go to the newest message</source>
        <translation>%1, zur neuesten Nachricht gehen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Paused · %1 waiting</source>
        <translation>Angehalten · %1 warten</translation>
    </message>
    <message>
        <source>%1, go on</source>
        <translation>%1, weitermachen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht…</translation>
    </message>
    <message>
        <source>No message of the chosen time matches. Esc in the chart shows the messages of all times again.</source>
        <translation>Keine Nachricht der gewählten Zeit passt. Esc im Diagramm zeigt wieder die Nachrichten aller Zeiten.</translation>
    </message>
    <message>
        <source>Nothing to show yet: the channels with messages are muted, or others are solo.</source>
        <translation>Noch nichts zu zeigen: die Kanäle mit Nachrichten sind stumm, oder andere sind solo.</translation>
    </message>
    <message>
        <source>No message matches the filter yet. Esc in the filter shows all messages again.</source>
        <translation>Noch passt keine Nachricht zum Filter. Esc im Filter zeigt wieder alle Nachrichten.</translation>
    </message>
</context>
<context>
    <name>amb::MainWindow</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;Try Again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 messages are selected; at most %2 can be taken at once.</source>
        <translation>%1 Nachrichten sind gewählt; höchstens %2 können auf einmal genommen werden.</translation>
    </message>
    <message>
        <source>Nothing copied: only events and publishes can be sent again by a command.</source>
        <translation>Nichts kopiert: Nur Ereignisse und Gesendetes lassen sich mit einem Befehl erneut senden.</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1 (Produktion)</translation>
    </message>
    <message>
        <source>%1 – %2 – AMB Monitor</source>
        <translation>%1 – %2 – AMB Monitor</translation>
    </message>
    <message>
        <source>Not connected. Choose Connection, Connect to begin.</source>
        <translation>Nicht verbunden. Wählen Sie „Verbindung“, „Verbinden“, um zu beginnen.</translation>
    </message>
    <message>
        <source>No messages yet. They appear here as soon as the instance answers.</source>
        <translation>Noch keine Nachrichten. Sie erscheinen hier, sobald die Instanz antwortet.</translation>
    </message>
    <message>
        <source>This row is not in the list any more: the oldest rows are dropped when the recording gets too large.</source>
        <translation>Diese Zeile ist nicht mehr in der Liste: Die ältesten Zeilen werden verworfen, wenn die Aufzeichnung zu groß wird.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Read only, not connected.</source>
        <translation>Nur zum Lesen, nicht verbunden.</translation>
    </message>
    <message>
        <source>Read only, not connected. Recorded from %1 to %2.</source>
        <translation>Nur zum Lesen, nicht verbunden. Aufgezeichnet von %1 bis %2.</translation>
    </message>
    <message>
        <source>%1 – Capture – AMB Monitor</source>
        <translation>%1 – Aufzeichnung – AMB Monitor</translation>
    </message>
    <message>
        <source>There is no message in this capture.</source>
        <translation>In dieser Aufzeichnung ist keine Nachricht.</translation>
    </message>
    <message>
        <source>Change Si&amp;gn-In…</source>
        <translation>Anmeldun&amp;g ändern…</translation>
    </message>
    <message>
        <source>Chan&amp;ge Address…</source>
        <translation>Adresse ä&amp;ndern…</translation>
    </message>
</context>
<context>
    <name>amb::MessageActions</name>
    <message>
        <source>C&amp;olumns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Follow Newest</source>
        <translation>Den neuesten &amp;folgen</translation>
    </message>
    <message>
        <source>&amp;Pause the List</source>
        <translation>Liste anhalt&amp;en</translation>
    </message>
    <message>
        <source>Show &amp;Heartbeats</source>
        <translation>Lebenszeichen zei&amp;gen</translation>
    </message>
    <message>
        <source>Show &amp;Heartbeats (%1)</source>
        <translation>Lebenszeichen zei&amp;gen (%1)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>&amp;Next Mark</source>
        <translation>&amp;Nächste Markierung</translation>
    </message>
    <message>
        <source>P&amp;revious Mark</source>
        <translation>&amp;Vorige Markierung</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Clock</source>
        <translation>&amp;Uhrzeit</translation>
    </message>
    <message>
        <source>&amp;Date and Clock</source>
        <translation>&amp;Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Since the &amp;First Message</source>
        <translation>Seit der &amp;ersten Nachricht</translation>
    </message>
    <message>
        <source>Since the &amp;Previous Message</source>
        <translation>Seit der &amp;vorigen Nachricht</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>U&amp;TC</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;as</source>
        <translation>Kopieren al&amp;s</translation>
    </message>
    <message>
        <source>&amp;JSON Array</source>
        <translation>&amp;JSON-Array</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;curl Command</source>
        <translation>&amp;curl-Befehl</translation>
    </message>
    <message>
        <source>&amp;ambcat Command</source>
        <translation>&amp;ambcat-Befehl</translation>
    </message>
    <message>
        <source>C&amp;lear All Marks</source>
        <translation>A&amp;lle Markierungen entfernen</translation>
    </message>
    <message>
        <source>Hi&amp;ghlighters…</source>
        <translation>&amp;Hervorhebungen…</translation>
    </message>
    <message>
        <source>P&amp;in beside the Live One</source>
        <translation>Neben dem la&amp;ufenden anheften</translation>
    </message>
    <message>
        <source>Compare &amp;with This Message</source>
        <translation>Mit &amp;dieser Nachricht vergleichen</translation>
    </message>
    <message>
        <source>&amp;Show Only</source>
        <translation>Nur ze&amp;igen</translation>
    </message>
    <message>
        <source>Lea&amp;ve Out</source>
        <translation>&amp;Weglassen</translation>
    </message>
</context>
<context>
    <name>amb::MessageModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <translation>%1, markiert</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>There are %1 own columns already; remove one of them first.</source>
        <translation>Es gibt schon %1 eigene Spalten; entfernen Sie zuerst eine davon.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; shows that already.</source>
        <translation>Die Spalte „%1“ zeigt das schon.</translation>
    </message>
</context>
<context>
    <name>amb::MessageSaver</name>
    <message>
        <source>&amp;All Recorded…</source>
        <translation>&amp;Alle aufgezeichneten…</translation>
    </message>
    <message>
        <source>Those &amp;Shown…</source>
        <translation>Die &amp;gezeigten…</translation>
    </message>
    <message>
        <source>Those Se&amp;lected…</source>
        <translation>Die ausge&amp;wählten…</translation>
    </message>
    <message>
        <source>Messages are being saved already: wait until that is done.</source>
        <translation>Es werden schon Nachrichten gesichert: warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <source>There is no message to save.</source>
        <translation>Es gibt keine Nachricht zu sichern.</translation>
    </message>
    <message>
        <source>Save Messages</source>
        <translation>Nachrichten sichern</translation>
    </message>
    <message>
        <source>Captures (*.jsonl)</source>
        <translation>Aufzeichnungen (*.jsonl)</translation>
    </message>
    <message>
        <source>All (*)</source>
        <translation>Alle (*)</translation>
    </message>
    <message>
        <source>Nothing was saved.</source>
        <translation>Nichts wurde gesichert.</translation>
    </message>
    <message>
        <source>Saving messages…</source>
        <translation>Nachrichten werden gesichert…</translation>
    </message>
    <message>
        <source>%1 messages saved as %2.</source>
        <translation>%1 Nachrichten gesichert als %2.</translation>
    </message>
</context>
<context>
    <name>amb::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>publish reply</source>
        <translation>Sendeantwort</translation>
    </message>
</context>
<context>
    <name>amb::MessageZoom</name>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Us&amp;ual Size and Font</source>
        <translation>Übliche Größe und &amp;Schrift</translation>
    </message>
    <message>
        <source>&amp;Font of the Messages…</source>
        <translation>Sch&amp;rift der Nachrichten…</translation>
    </message>
    <message>
        <source>Font of the Messages</source>
        <translation>Schrift der Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Zoom In</source>
        <translation>Ver&amp;größern</translation>
    </message>
</context>
<context>
    <name>amb::NoteWords</name>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
</context>
<context>
    <name>amb::OwnColumnDialog</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>The column shows one value of each message. &quot;Copy Path&quot; in the inspector&apos;s tree gives the path of any value.</source>
        <translation>Die Spalte zeigt einen Wert jeder Nachricht. „Pfad kopieren“ im Baum des Inspektors gibt den Pfad jedes Werts.</translation>
    </message>
    <message>
        <source>&amp;Path:</source>
        <translation>&amp;Pfad:</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>&amp;Titel:</translation>
    </message>
    <message>
        <source>Type where the value is in the message.</source>
        <translation>Geben Sie ein, wo in der Nachricht der Wert steht.</translation>
    </message>
    <message>
        <source>Select a message to see what the column says of it.</source>
        <translation>Wählen Sie eine Nachricht, um zu sehen, was die Spalte von ihr zeigt.</translation>
    </message>
    <message>
        <source>The selected message has no such value.</source>
        <translation>Die gewählte Nachricht hat keinen solchen Wert.</translation>
    </message>
    <message>
        <source>In the selected message: %1</source>
        <translation>In der gewählten Nachricht: %1</translation>
    </message>
</context>
<context>
    <name>amb::OwnColumns</name>
    <message>
        <source>(large message)</source>
        <translation>(große Nachricht)</translation>
    </message>
</context>
<context>
    <name>amb::PathField</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Suchen nach: %1</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.cer *.key *.p12 *.pfx)</source>
        <translation>Zertifikate und Schlüssel (*.pem *.crt *.cer *.key *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>All (*)</source>
        <translation>Alle (*)</translation>
    </message>
</context>
<context>
    <name>amb::PinnedMessages</name>
    <message>
        <source>Select a message first, then pin it.</source>
        <translation>Wählen Sie erst eine Nachricht, dann heften Sie sie an.</translation>
    </message>
    <message>
        <source>%1 messages are pinned; close one of them before you pin another.</source>
        <translation>%1 Nachrichten sind angeheftet; schließen Sie eine, bevor Sie eine weitere anheften.</translation>
    </message>
    <message>
        <source>Pinned Message</source>
        <translation>Angeheftete Nachricht</translation>
    </message>
    <message>
        <source>Pinned: %1</source>
        <translation>Angeheftet: %1</translation>
    </message>
</context>
<context>
    <name>amb::PresencePane</name>
    <message>
        <source>typing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>typing in %1</source>
        <translation>schreibt in %1</translation>
    </message>
    <message>
        <source>viewing</source>
        <translation>sieht zu</translation>
    </message>
    <message>
        <source>just came</source>
        <translation>gerade gekommen</translation>
    </message>
    <message>
        <source>has probably left</source>
        <translation>ist wohl gegangen</translation>
    </message>
    <message>
        <source>left</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>nobody now</source>
        <translation>jetzt niemand</translation>
    </message>
    <message>
        <source>one person now</source>
        <translation>jetzt eine Person</translation>
    </message>
    <message>
        <source>%1 people now</source>
        <translation>jetzt %1 Personen</translation>
    </message>
    <message>
        <source>Nobody was seen yet. Subscribe to /sn/rp/&lt;table&gt;/&lt;sys_id&gt; to see who is on a record; the monitor itself stays unseen.</source>
        <translation>Noch wurde niemand gesehen. Abonnieren Sie /sn/rp/&lt;Tabelle&gt;/&lt;sys_id&gt;, um zu sehen, wer einen Datensatz offen hat; der Monitor selbst bleibt ungesehen.</translation>
    </message>
    <message>
        <source>Who is on which record</source>
        <translation>Wer welchen Datensatz offen hat</translation>
    </message>
    <message>
        <source>Record and person</source>
        <translation>Datensatz und Person</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1 (vor %2)</translation>
    </message>
    <message>
        <source>Nobody is seen in this capture: there is no presence on /sn/rp/&lt;table&gt;/&lt;sys_id&gt; channels.</source>
        <translation>In dieser Aufzeichnung ist niemand zu sehen: Auf Kanälen /sn/rp/&lt;table&gt;/&lt;sys_id&gt; war niemand anwesend.</translation>
    </message>
</context>
<context>
    <name>amb::ProductionMark</name>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Real people work on this instance: what is published here reaches them.</source>
        <translation>Auf dieser Instanz arbeiten echte Menschen: Was hier gesendet wird, erreicht sie.</translation>
    </message>
</context>
<context>
    <name>amb::ProfileDesk</name>
    <message>
        <source>This instance is no longer in the list.</source>
        <translation>Diese Instanz ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>What “%1” needs to sign in is not kept: type it to connect.</source>
        <translation>Was „%1“ zur Anmeldung braucht, ist nicht aufbewahrt: Geben Sie es ein, um zu verbinden.</translation>
    </message>
    <message>
        <source>The keychain still holds the secrets of “%1”: %2</source>
        <translation>Der Schlüsselbund enthält noch die Geheimnisse von „%1“: %2</translation>
    </message>
    <message>
        <source>Imported: %1. Passwords and tokens are not part of such a file: you are asked for them when you connect.</source>
        <translation>Importiert: %1. Passwörter und Token gehören nicht zu einer solchen Datei: Sie werden beim Verbinden danach gefragt.</translation>
    </message>
    <message>
        <source>Exported without secrets: “%1”.</source>
        <translation>Ohne Geheimnisse exportiert: „%1“.</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>„%1“ kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>amb::ProfileDialog</name>
    <message>
        <source>New Instance</source>
        <translation>Neue Instanz</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>This is a production instance</source>
        <translation>Dies ist eine Produktionsinstanz</translation>
    </message>
    <message>
        <source>&amp;Keep in the list of instances</source>
        <translation>In der Liste der Instanzen be&amp;halten</translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation>P&amp;rüfen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Co&amp;nnect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Stop T&amp;est</source>
        <translation>P&amp;rüfung anhalten</translation>
    </message>
    <message>
        <source>Testing: signing in and connecting…</source>
        <translation>Prüfung: Anmeldung und Verbindung…</translation>
    </message>
    <message>
        <source>dev12345, or an address</source>
        <translation>dev12345 oder eine Adresse</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Adresse:</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Co&amp;lour:</source>
        <translation>&amp;Farbe:</translation>
    </message>
    <message>
        <source>Its window is framed and marked, so that it is not taken for another.</source>
        <translation>Ihr Fenster wird gerahmt und gekennzeichnet, damit niemand es verwechselt.</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>M&amp;ehr</translation>
    </message>
    <message>
        <source>Channels, transport, proxy, own CA, timeouts</source>
        <translation>Kanäle, Transport, Proxy, eigene CA, Zeitgrenzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Signs in and connects for a moment, and says how that went</source>
        <translation>Meldet kurz an und verbindet und sagt, wie das ging</translation>
    </message>
    <message>
        <source>This is %1</source>
        <translation>Das ist %1</translation>
    </message>
</context>
<context>
    <name>amb::ProfileEditor</name>
    <message>
        <source>%1 What you typed is kept for this run only.</source>
        <translation>%1 Was Sie eingegeben haben, bleibt nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>The keychain still holds the secrets of “%1”: %2</source>
        <translation>Der Schlüsselbund enthält noch die Geheimnisse von „%1“: %2</translation>
    </message>
</context>
<context>
    <name>amb::ProfileMore</name>
    <message>
        <source>As the system says</source>
        <translation>Wie das System es sagt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS 5</source>
        <translation>SOCKS 5</translation>
    </message>
    <message>
        <source>Own CA</source>
        <translation>Eigene CA</translation>
    </message>
    <message>
        <source>one a line, for example /rw/default/incident/…</source>
        <translation>einer je Zeile, zum Beispiel /rw/default/incident/…</translation>
    </message>
    <message>
        <source>Su&amp;bscribe to:</source>
        <translation>Ab&amp;onnieren:</translation>
    </message>
    <message>
        <source>These channels are subscribed to as soon as the instance is connected.</source>
        <translation>Diese Kanäle werden abonniert, sobald die Instanz verbunden ist.</translation>
    </message>
    <message>
        <source>Transport:</source>
        <translation>Transport:</translation>
    </message>
    <message>
        <source>none; the system&apos;s certificates alone</source>
        <translation>keine; nur die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>O&amp;wn CA:</source>
        <translation>Eige&amp;ne CA:</translation>
    </message>
    <message>
        <source>A PEM file with certificates that are trusted as well, for instances behind a proxy that reads along.</source>
        <translation>Eine PEM-Datei mit Zertifikaten, denen auch vertraut wird, für Instanzen hinter einem mitlesenden Proxy.</translation>
    </message>
    <message>
        <source>Connect within:</source>
        <translation>Verbunden binnen:</translation>
    </message>
    <message>
        <source>Answer within:</source>
        <translation>Antwort binnen:</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>Pro&amp;xy:</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>Rechner:Port</translation>
    </message>
    <message>
        <source>Proxy address:</source>
        <translation>Proxy-Adresse:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Proxy user:</source>
        <translation>Proxy-Benutzer:</translation>
    </message>
    <message>
        <source>Proxy password:</source>
        <translation>Proxy-Passwort:</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>aufbewahrt; tippen, um es zu ersetzen</translation>
    </message>
    <message>
        <source>Type the proxy&apos;s address as host:port, for example proxy.example:8080.</source>
        <translation>Geben Sie die Adresse des Proxys als Rechner:Port ein, zum Beispiel proxy.example:8080.</translation>
    </message>
</context>
<context>
    <name>amb::ProfileOptions</name>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” contains no certificate in PEM form.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>amb::PublishAuditDialog</name>
    <message>
        <source>Audit List</source>
        <translation>Prüfliste</translation>
    </message>
    <message>
        <source>What was published to this production instance since the window was opened.</source>
        <translation>Was auf dieser Produktionsinstanz gesendet wurde, seit das Fenster offen ist.</translation>
    </message>
    <message>
        <source>What was published</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>sent, not answered yet</source>
        <translation>gesendet, noch nicht beantwortet</translation>
    </message>
    <message>
        <source>not sent: declined</source>
        <translation>nicht gesendet: abgelehnt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was published so far.</source>
        <translation>Bisher wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>amb::PublishEditor</name>
    <message>
        <source>Channel to publish to</source>
        <translation>Kanal, auf dem gesendet wird</translation>
    </message>
    <message>
        <source>/channel</source>
        <translation>/kanal</translation>
    </message>
    <message>
        <source>Data to publish, as JSON</source>
        <translation>Zu sendende Daten, als JSON</translation>
    </message>
    <message>
        <source>JSON, such as {&quot;text&quot;: &quot;hello&quot;, &quot;at&quot;: &quot;{{now}}&quot;}</source>
        <translation>JSON, etwa {&quot;text&quot;: &quot;hallo&quot;, &quot;at&quot;: &quot;{{now}}&quot;}</translation>
    </message>
    <message>
        <source>Channels under /meta are the protocol&apos;s own; nothing can be published there.</source>
        <translation>Kanäle unter /meta gehören dem Protokoll; dort kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation>Kanal: %1</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>Zeile %1, Spalte %2: %3.</translation>
    </message>
    <message>
        <source>Fill in a channel and JSON data to send.</source>
        <translation>Geben Sie einen Kanal und JSON-Daten ein.</translation>
    </message>
    <message>
        <source>%1 is no placeholder and is sent as it is. Ctrl+Return sends.</source>
        <translation>%1 ist kein Platzhalter und wird so gesendet, wie es da steht. Strg+Eingabe sendet.</translation>
    </message>
    <message>
        <source>Ctrl+Return sends, with the placeholders filled in.</source>
        <translation>Strg+Eingabe sendet, mit ausgefüllten Platzhaltern.</translation>
    </message>
    <message>
        <source>Ctrl+Return sends.</source>
        <translation>Strg+Eingabe sendet.</translation>
    </message>
</context>
<context>
    <name>amb::PublishGuard</name>
    <message>
        <source>Publish to Pro&amp;duction</source>
        <translation>An die &amp;Produktion senden</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Audit List…</source>
        <translation>Prüf&amp;liste …</translation>
    </message>
    <message>
        <source>%1 is a production instance. Publishing is on for this session; each message is asked for.</source>
        <translation>%1 ist eine Produktionsinstanz. Senden ist für diese Sitzung eingeschaltet; bei jeder Nachricht wird gefragt.</translation>
    </message>
    <message>
        <source>%1 is a production instance: what is published reaches the people who work there. Publishing is off.</source>
        <translation>%1 ist eine Produktionsinstanz: Was gesendet wird, erreicht die Menschen, die dort arbeiten. Senden ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Switch O&amp;ff</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>Switch O&amp;n for This Session</source>
        <translation>Für diese Sitzung &amp;einschalten</translation>
    </message>
</context>
<context>
    <name>amb::PublishPane</name>
    <message>
        <source>S&amp;end</source>
        <translation>S&amp;enden</translation>
    </message>
    <message>
        <source>Send the message (Ctrl+Return)</source>
        <translation>Die Nachricht senden (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>the connection was lost</source>
        <translation>die Verbindung ist abgebrochen</translation>
    </message>
    <message>
        <source>A production instance is asked for each message, so none is repeated.</source>
        <translation>Auf einer Produktionsinstanz wird bei jeder Nachricht gefragt, deshalb wird keine wiederholt.</translation>
    </message>
    <message>
        <source>Publishing is off. Switch it on above.</source>
        <translation>Senden ist ausgeschaltet. Schalten Sie es oben ein.</translation>
    </message>
    <message>
        <source>Answer the question above first.</source>
        <translation>Beantworten Sie erst die Frage oben.</translation>
    </message>
    <message>
        <source>Publish these %1 bytes to %2 on the production instance %3? %4</source>
        <translation>Diese %1 Bytes an %2 auf der Produktionsinstanz %3 senden? %4</translation>
    </message>
    <message>
        <source>Repeating has stopped: %1</source>
        <translation>Das Wiederholen wurde beendet: %1</translation>
    </message>
</context>
<context>
    <name>amb::PublishRepeat</name>
    <message>
        <source>Seconds between repeated publishes</source>
        <translation>Sekunden zwischen den Wiederholungen</translation>
    </message>
    <message>
        <source>every </source>
        <translation>alle </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Send the message again and again until you stop it</source>
        <translation>Die Nachricht immer wieder senden, bis Sie es beenden</translation>
    </message>
    <message>
        <source>S&amp;top (%1 sent)</source>
        <translation>S&amp;topp (%1 gesendet)</translation>
    </message>
    <message>
        <source>&amp;Repeat</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>amb::PublishResults</name>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>waiting for the reply</source>
        <translation>wartet auf die Antwort</translation>
    </message>
    <message>
        <source>What came of the messages sent</source>
        <translation>Was aus den gesendeten Nachrichten wurde</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Nothing sent yet. What comes of each message is listed here: the reply, the echo, and what other channels show within a second.</source>
        <translation>Noch nichts gesendet. Was aus jeder Nachricht wird, steht hier: die Antwort, das Echo und was andere Kanäle binnen einer Sekunde zeigen.</translation>
    </message>
    <message>
        <source>&amp;Send Again</source>
        <translation>&amp;Noch einmal senden</translation>
    </message>
    <message>
        <source>Put into &amp;Editor</source>
        <translation>In den &amp;Editor legen</translation>
    </message>
    <message>
        <source>&amp;Copy Reply</source>
        <translation>Antwort &amp;kopieren</translation>
    </message>
    <message>
        <source>C&amp;lear History</source>
        <translation>&amp;Verlauf löschen</translation>
    </message>
    <message>
        <source>What was sent was not kept: it is large, or it may hold a secret.</source>
        <translation>Was gesendet wurde, ist nicht aufgehoben: Es ist groß oder enthält vielleicht ein Geheimnis.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>the program ended before the reply came</source>
        <translation>das Programm endete vor der Antwort</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>%1 received</source>
        <translation>%1 empfangen</translation>
    </message>
    <message>
        <source>other channels</source>
        <translation>andere Kanäle</translation>
    </message>
    <message>
        <source>Click to show it in the list</source>
        <translation>Klicken, um sie in der Liste zu zeigen</translation>
    </message>
    <message>
        <source>No channel showed anything within a second.</source>
        <translation>Kein Kanal zeigte binnen einer Sekunde etwas.</translation>
    </message>
    <message>
        <source>No echo</source>
        <translation>Kein Echo</translation>
    </message>
    <message>
        <source>It did not come back within a second.</source>
        <translation>Es kam binnen einer Sekunde nicht zurück.</translation>
    </message>
    <message>
        <source>Nothing is subscribed that would show it: subscribe to the channel to see the echo.</source>
        <translation>Nichts Abonniertes würde es zeigen: Abonnieren Sie den Kanal, um das Echo zu sehen.</translation>
    </message>
</context>
<context>
    <name>amb::PublishTemplates</name>
    <message>
        <source>Te&amp;mplates</source>
        <translation>&amp;Vorlagen</translation>
    </message>
    <message>
        <source>Messages that you keep by a name, and placeholders</source>
        <translation>Nachrichten, die Sie unter einem Namen aufheben, und Platzhalter</translation>
    </message>
    <message>
        <source>Templates of messages</source>
        <translation>Vorlagen für Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Save as Template…</source>
        <translation>Als Vorlage &amp;speichern …</translation>
    </message>
    <message>
        <source>It may hold a secret, going by the name of a member, so it is not written to disk.</source>
        <translation>Dem Namen eines Elements nach enthält sie vielleicht ein Geheimnis, deshalb wird sie nicht gespeichert.</translation>
    </message>
    <message>
        <source>&amp;Forget Template</source>
        <translation>Vorlage &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Insert Placeholder</source>
        <translation>&amp;Platzhalter einfügen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Save as Template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name of the template (one with the same name is replaced):</source>
        <translation>Name der Vorlage (eine gleichen Namens wird ersetzt):</translation>
    </message>
</context>
<context>
    <name>amb::QuietWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Signing in: nothing can come before that.</source>
        <translation>Die Anmeldung läuft: vorher kann nichts kommen.</translation>
    </message>
    <message>
        <source>Not connected: nothing can come.</source>
        <translation>Nicht verbunden: es kann nichts kommen.</translation>
    </message>
    <message>
        <source>Disconnected for %1: nothing can come.</source>
        <translation>Seit %1 getrennt: es kann nichts kommen.</translation>
    </message>
    <message>
        <source>The connection is being made: nothing can come yet.</source>
        <translation>Die Verbindung wird hergestellt: noch kann nichts kommen.</translation>
    </message>
    <message>
        <source>The connection is lost and tried again in %1: nothing can come until then.</source>
        <translation>Die Verbindung ist verloren; neuer Versuch in %1. Bis dahin kann nichts kommen.</translation>
    </message>
    <message>
        <source>The connection is lost and tried again: nothing can come until then.</source>
        <translation>Die Verbindung ist verloren und wird neu versucht: bis dahin kann nichts kommen.</translation>
    </message>
    <message>
        <source>The session is logged out and being replaced: nothing can come until then, though the connection answered %1 ago.</source>
        <translation>Die Sitzung ist abgemeldet und wird ersetzt: bis dahin kann nichts kommen, obwohl die Verbindung vor %1 geantwortet hat.</translation>
    </message>
    <message>
        <source>The session is logged out: nothing can come, though the connection answered %1 ago.</source>
        <translation>Die Sitzung ist abgemeldet: es kann nichts kommen, obwohl die Verbindung vor %1 geantwortet hat.</translation>
    </message>
    <message>
        <source>The session&apos;s time ran out %1 ago: the channels may be dead, though the connection answered %2 ago.</source>
        <translation>Die Zeit der Sitzung ist seit %1 abgelaufen: die Kanäle sind vielleicht tot, obwohl die Verbindung vor %2 geantwortet hat.</translation>
    </message>
    <message>
        <source>Nothing in %1 so far.</source>
        <translation>Bisher nichts in %1.</translation>
    </message>
    <message>
        <source>Nothing for %1.</source>
        <translation>Seit %1 nichts.</translation>
    </message>
    <message>
        <source>Nothing since the subscription was confirmed %1 ago; the last message came %2 ago.</source>
        <translation>Nichts, seit das Abonnement vor %1 bestätigt wurde; die letzte Nachricht kam vor %2.</translation>
    </message>
    <message>
        <source>The connection has not answered for %1: it may be dead.</source>
        <translation>Die Verbindung hat seit %1 nicht geantwortet: vielleicht ist sie tot.</translation>
    </message>
    <message>
        <source>The session ends in %1.</source>
        <translation>Die Sitzung endet in %1.</translation>
    </message>
    <message>
        <source>%1 (%2 ago)</source>
        <translation>%1 (vor %2)</translation>
    </message>
    <message>
        <source>The server refused the subscription: nothing will come on this channel.</source>
        <translation>Der Server hat das Abonnement abgelehnt: auf diesem Kanal wird nichts kommen.</translation>
    </message>
    <message>
        <source>The subscription is asked for, but not confirmed yet: nothing can come before that.</source>
        <translation>Das Abonnement ist angefragt, aber noch nicht bestätigt: vorher kann nichts kommen.</translation>
    </message>
    <message>
        <source>The subscription is not asked for yet: nothing can come before that.</source>
        <translation>Das Abonnement ist noch nicht angefragt: vorher kann nichts kommen.</translation>
    </message>
    <message>
        <source>The subscription is not confirmed yet: nothing can come before that. %1</source>
        <translation>Das Abonnement ist noch nicht bestätigt: vorher kann nichts kommen. %1</translation>
    </message>
    <message>
        <source>The connection has just been made.</source>
        <translation>Die Verbindung wurde gerade hergestellt.</translation>
    </message>
    <message>
        <source>The connection answered %1 ago: it is alive.</source>
        <translation>Die Verbindung hat vor %1 geantwortet: sie lebt.</translation>
    </message>
    <message>
        <source>No message came so far.</source>
        <translation>Bisher kam keine Nachricht.</translation>
    </message>
    <message>
        <source>The last message came %1 ago.</source>
        <translation>Die letzte Nachricht kam vor %1.</translation>
    </message>
    <message>
        <source>Recorded: nothing more comes in this capture.</source>
        <translation>Aufgezeichnet: in dieser Aufzeichnung kommt nichts mehr.</translation>
    </message>
    <message>
        <source>The connection answered %1 ago and the subscription is confirmed: the channel is quiet.</source>
        <translation>Die Verbindung hat vor %1 geantwortet und das Abonnement ist bestätigt: der Kanal ist ruhig.</translation>
    </message>
    <message>
        <source>Last message: %1</source>
        <translation>Letzte Nachricht: %1</translation>
    </message>
    <message>
        <source>Last message: none so far</source>
        <translation>Letzte Nachricht: bisher keine</translation>
    </message>
    <message>
        <source>Subscription confirmed: %1</source>
        <translation>Abonnement bestätigt: %1</translation>
    </message>
    <message>
        <source>Subscription confirmed: no</source>
        <translation>Abonnement bestätigt: nein</translation>
    </message>
    <message>
        <source>Last answer of the connection: %1</source>
        <translation>Letzte Antwort der Verbindung: %1</translation>
    </message>
    <message>
        <source>Last answer of the connection: none so far</source>
        <translation>Letzte Antwort der Verbindung: bisher keine</translation>
    </message>
    <message>
        <source>Session: %1, %2 left</source>
        <translation>Sitzung: %1, noch %2</translation>
    </message>
    <message>
        <source>Session: %1</source>
        <translation>Sitzung: %1</translation>
    </message>
    <message>
        <source>Messages are coming in: the connection is alive.</source>
        <translation>Nachrichten kommen an: Die Verbindung lebt.</translation>
    </message>
    <message>
        <source>Messages are coming in, the last one %1 ago.</source>
        <translation>Nachrichten kommen an, die letzte vor %1.</translation>
    </message>
</context>
<context>
    <name>amb::RateChart</name>
    <message>
        <source>Messages a second over time</source>
        <translation>Nachrichten je Sekunde im Lauf der Zeit</translation>
    </message>
    <message>
        <source>%1 to %2: %3 a second (messages: %4)</source>
        <translation>%1 bis %2: %3 je Sekunde (Nachrichten: %4)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>others</source>
        <translation>übrige</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>amb::RateLegend</name>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>amb::RateStrip</name>
    <message>
        <source>Messages a second: none in this time</source>
        <translation>Nachrichten je Sekunde: in dieser Zeit keine</translation>
    </message>
    <message>
        <source>Only messages of this time are shown. Show those of all times again (Esc in the chart).</source>
        <translation>Nur Nachrichten dieser Zeit werden gezeigt. Wieder die aller Zeiten zeigen (Esc im Diagramm).</translation>
    </message>
    <message>
        <source>How much time the chart shows</source>
        <translation>Wie viel Zeit das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Time that the chart shows</source>
        <translation>Zeit, die das Diagramm zeigt</translation>
    </message>
    <message>
        <source>others</source>
        <translation>übrige</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Only from %1, show all times</source>
        <translation>Nur von %1, alle Zeiten zeigen</translation>
    </message>
</context>
<context>
    <name>amb::RawPage</name>
    <message>
        <source>Sh&amp;ow All</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>&amp;Wrap lines</source>
        <translation>Zeilen &amp;umbrechen</translation>
    </message>
    <message>
        <source>Message as received</source>
        <translation>Nachricht wie empfangen</translation>
    </message>
    <message>
        <source>Copy &amp;All</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>Die ersten %1 von %2 werden gezeigt.</translation>
    </message>
    <message>
        <source>Very long lines are folded to stay quick. Copying gives them as received.</source>
        <translation>Sehr lange Zeilen werden gefaltet, damit es schnell bleibt. Beim Kopieren sind sie wie empfangen.</translation>
    </message>
    <message>
        <source>Characters that cannot be seen or that turn the writing direction are written as \u202e here; Copy All gives them as received.</source>
        <translation>Zeichen, die unsichtbar sind oder die Schreibrichtung umkehren, stehen hier als \u202e; „Alles kopieren“ liefert sie wie empfangen.</translation>
    </message>
</context>
<context>
    <name>amb::ScopeBar</name>
    <message>
        <source>All channels are shown for now, since a message was asked for that is muted or not solo.</source>
        <translation>Vorerst werden alle Kanäle gezeigt, da eine Nachricht verlangt wurde, die stumm oder nicht solo ist.</translation>
    </message>
    <message>
        <source>&amp;Hide Again</source>
        <translation>Wieder &amp;ausblenden</translation>
    </message>
    <message>
        <source>Solo: only %1 is shown. All else is recorded, but not in the list.</source>
        <translation>Solo: nur %1 wird gezeigt. Alles andere wird aufgezeichnet, steht aber nicht in der Liste.</translation>
    </message>
    <message>
        <source>Solo: only %1 channels are shown. All else is recorded, but not in the list.</source>
        <translation>Solo: nur %1 Kanäle werden gezeigt. Alles andere wird aufgezeichnet, steht aber nicht in der Liste.</translation>
    </message>
    <message>
        <source>&amp;End Solo</source>
        <translation>Solo b&amp;eenden</translation>
    </message>
    <message>
        <source>%1 is muted: its messages are recorded, but not in the list.</source>
        <translation>%1 ist stumm: seine Nachrichten werden aufgezeichnet, stehen aber nicht in der Liste.</translation>
    </message>
    <message>
        <source>%1 channels are muted: their messages are recorded, but not in the list.</source>
        <translation>%1 Kanäle sind stumm: ihre Nachrichten werden aufgezeichnet, stehen aber nicht in der Liste.</translation>
    </message>
    <message>
        <source>&amp;Unmute</source>
        <translation>&amp;Nicht mehr stumm</translation>
    </message>
    <message>
        <source>&amp;Unmute All</source>
        <translation>&amp;Keinen mehr stumm</translation>
    </message>
</context>
<context>
    <name>amb::ShortcutDialog</name>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;No Key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>Reset A&amp;ll</source>
        <translation>A&amp;lle zurücksetzen</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search: words of the action, its menu or its key</source>
        <translation>Suche: Wörter der Aktion, ihres Menüs oder ihre Taste</translation>
    </message>
    <message>
        <source>Search for an action</source>
        <translation>Nach einer Aktion suchen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Take the key away</source>
        <translation>Die Taste wegnehmen</translation>
    </message>
    <message>
        <source>The key that the action comes with</source>
        <translation>Die Taste, mit der die Aktion geliefert wird</translation>
    </message>
    <message>
        <source>New &amp;key:</source>
        <translation>Neue &amp;Taste:</translation>
    </message>
    <message>
        <source>Changed. It comes without a key.</source>
        <translation>Geändert. Geliefert ohne Taste.</translation>
    </message>
    <message>
        <source>Changed. It comes with %1.</source>
        <translation>Geändert. Geliefert mit %1.</translation>
    </message>
    <message>
        <source>Go to the newest message and follow</source>
        <translation>Zur neuesten Nachricht gehen und folgen</translation>
    </message>
    <message>
        <source>Go to the oldest message</source>
        <translation>Zur ältesten Nachricht gehen</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Gewähltes kopieren</translation>
    </message>
    <message>
        <source>in the message list, fixed</source>
        <translation>in der Nachrichtenliste, fest</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>Abbestellen</translation>
    </message>
    <message>
        <source>in the channels, fixed</source>
        <translation>in den Kanälen, fest</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>in the publish pane, fixed</source>
        <translation>im Bereich Senden, fest</translation>
    </message>
    <message>
        <source>Choose a time</source>
        <translation>Eine Zeit wählen</translation>
    </message>
    <message>
        <source>in the chart, fixed</source>
        <translation>im Diagramm, fest</translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation>Keine Aktion hat diese Wörter.</translation>
    </message>
    <message>
        <source>This key cannot be changed.</source>
        <translation>Diese Taste lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>Click into the field and press the key.</source>
        <translation>Klicken Sie in das Feld und drücken Sie die Taste.</translation>
    </message>
    <message>
        <source>%1 is the key of %2 (%3). Assign takes it from there.</source>
        <translation>%1 ist die Taste von „%2“ (%3). „Zuweisen“ nimmt sie dort weg.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 ist frei.</translation>
    </message>
    <message>
        <source>in the inspector, fixed</source>
        <translation>im Inspektor, fest</translation>
    </message>
    <message>
        <source>Find a name or a value</source>
        <translation>Name oder Wert suchen</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Copy the path of a value</source>
        <translation>Pfad eines Werts kopieren</translation>
    </message>
</context>
<context>
    <name>amb::Shortcuts</name>
    <message>
        <source>This key is not known. Press another one.</source>
        <translation>Diese Taste ist nicht bekannt. Drücken Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 alone is needed for typing and moving. Press it with Ctrl or Alt, or press a function key.</source>
        <translation>%1 allein wird zum Tippen und Bewegen gebraucht. Drücken Sie sie mit Strg oder Alt, oder eine Funktionstaste.</translation>
    </message>
</context>
<context>
    <name>amb::SignInFields</name>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Remember in the keychain</source>
        <translation>Im Schlüsselb&amp;und bewahren</translation>
    </message>
    <message>
        <source>Sign &amp;in with:</source>
        <translation>Anmelden m&amp;it:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Client I&amp;D:</source>
        <translation>Client-I&amp;D:</translation>
    </message>
    <message>
        <source>Client se&amp;cret:</source>
        <translation>Client-&amp;Geheimnis:</translation>
    </message>
    <message>
        <source>Re&amp;fresh token:</source>
        <translation>Refresh-&amp;Token:</translation>
    </message>
    <message>
        <source>Access &amp;token:</source>
        <translation>&amp;Zugriffstoken:</translation>
    </message>
    <message>
        <source>&amp;Cookies:</source>
        <translation>&amp;Cookies:</translation>
    </message>
    <message>
        <source>&amp;Certificate:</source>
        <translation>&amp;Zertifikat:</translation>
    </message>
    <message>
        <source>Private ke&amp;y:</source>
        <translation>Privater Sch&amp;lüssel:</translation>
    </message>
    <message>
        <source>in the certificate&apos;s file</source>
        <translation>in der Datei des Zertifikats</translation>
    </message>
    <message>
        <source>Key&apos;s passp&amp;hrase:</source>
        <translation>Pass&amp;wort des Schlüssels:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>kept; type to replace it</source>
        <translation>aufbewahrt; tippen, um es zu ersetzen</translation>
    </message>
    <message>
        <source>none, for a public client</source>
        <translation>keines, für einen öffentlichen Client</translation>
    </message>
    <message>
        <source>JSESSIONID=…; glide_user_route=…</source>
        <translation>JSESSIONID=…; glide_user_route=…</translation>
    </message>
    <message>
        <source>kept; paste to replace them</source>
        <translation>aufbewahrt; einfügen, um sie zu ersetzen</translation>
    </message>
    <message>
        <source>Of an OAuth application in the instance with the redirect URL http://127.0.0.1:%1/oauth</source>
        <translation>Einer OAuth-Anwendung in der Instanz mit der Weiterleitungs-URL http://127.0.0.1:%1/oauth</translation>
    </message>
    <message>
        <source>%1 What you type is kept for this run only.</source>
        <translation>%1 Was Sie eingeben, bleibt nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>What you type is kept for this run only.</source>
        <translation>Was Sie eingeben, bleibt nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>Type the user&apos;s name.</source>
        <translation>Geben Sie den Namen des Benutzers ein.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>Paste an access token of the instance.</source>
        <translation>Fügen Sie ein Zugriffstoken der Instanz ein.</translation>
    </message>
    <message>
        <source>Type the client ID of the instance&apos;s OAuth application.</source>
        <translation>Geben Sie die Client-ID der OAuth-Anwendung der Instanz ein.</translation>
    </message>
    <message>
        <source>Type the client secret of the instance&apos;s OAuth application.</source>
        <translation>Geben Sie das Client-Geheimnis der OAuth-Anwendung der Instanz ein.</translation>
    </message>
    <message>
        <source>Paste a refresh token of the instance.</source>
        <translation>Fügen Sie ein Refresh-Token der Instanz ein.</translation>
    </message>
    <message>
        <source>Paste the cookies of a browser that is signed in to the instance.</source>
        <translation>Fügen Sie die Cookies eines Browsers ein, der an der Instanz angemeldet ist.</translation>
    </message>
    <message>
        <source>Choose the file with the certificate (PEM or PKCS#12).</source>
        <translation>Wählen Sie die Datei mit dem Zertifikat (PEM oder PKCS#12).</translation>
    </message>
</context>
<context>
    <name>amb::SignInOptions</name>
    <message>
        <source>The first line of “%1” is empty: --%2 takes the secret from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable “%1”, which --%2 names, is not set or empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --%1 or --%2, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--sign-in takes one of %1, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --user or --cookie-file, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How: %1. Clear from the options below in most cases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is the first line of FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is in the environment variable VAR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a browser&apos;s cookies: a Cookie header, a cURL command or a Netscape cookie file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An OAuth access token is the first line of FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is in the environment variable VAR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance&apos;s OAuth application.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its secret is the first line of FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its secret is in VAR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refresh token, in FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A refresh token, in VAR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The client certificate in FILE (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its private key, where it is not in the same file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key&apos;s passphrase, in FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key&apos;s passphrase, in VAR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --user, and --password-file or --password-env (a password on the command line could be seen by others).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --user, --client-id, and files or variables with password and client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --client-id, and --client-secret-file or --client-secret-env.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --client-id, --client-secret-file and --refresh-token-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --token-file or --token-env.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --cookie-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --client-id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no --%1: others can read what is on a command line. Give --%1-file FILE or --%1-env VAR, and change what you have just shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>amb::SilenceNotice</name>
    <message>
        <source>Another channel is silent too.</source>
        <translation>Noch ein Kanal ist still.</translation>
    </message>
    <message>
        <source>%1 other channels are silent too.</source>
        <translation>%1 weitere Kanäle sind still.</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>&amp;Verstanden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>amb::StartPage</name>
    <message>
        <source>AMB Monitor</source>
        <translation>AMB Monitor</translation>
    </message>
    <message>
        <source>Shows what flows over a ServiceNow instance&apos;s Asynchronous Message Bus, live: changed records, task boards, chats, presence. You sign in, subscribe to channels, and see each message as it comes, and at every moment how you are connected and why. No instance at hand? The demo instance runs inside this program and needs nothing.</source>
        <translation>Zeigt live, was über den Asynchronous Message Bus einer ServiceNow-Instanz fließt: geänderte Datensätze, Taskboards, Chats, Anwesenheit. Sie melden sich an, abonnieren Kanäle und sehen jede Nachricht, wie sie kommt, und jederzeit, wie Sie verbunden sind und warum. Keine Instanz zur Hand? Die Demo-Instanz läuft in diesem Programm und braucht nichts.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>dev12345, or an address such as https://dev12345.service-now.com</source>
        <translation>dev12345 oder eine Adresse wie https://dev12345.service-now.com</translation>
    </message>
    <message>
        <source>&amp;Connect to:</source>
        <translation>&amp;Verbinden mit:</translation>
    </message>
    <message>
        <source>Connec&amp;t…</source>
        <translation>Ve&amp;rbinden…</translation>
    </message>
    <message>
        <source>Try the &amp;Demo Instance</source>
        <translation>&amp;Demo-Instanz versuchen</translation>
    </message>
    <message>
        <source>&amp;Sign In to the Demo…</source>
        <translation>An der Demo an&amp;melden…</translation>
    </message>
    <message>
        <source>Starts the demo instance and shows how to connect to it as to a real one</source>
        <translation>Startet die Demo-Instanz und zeigt, wie man sich mit ihr wie mit einer echten verbindet</translation>
    </message>
    <message>
        <source>Type the name or the address of an instance first, such as dev12345.</source>
        <translation>Geben Sie zuerst den Namen oder die Adresse einer Instanz ein, etwa dev12345.</translation>
    </message>
    <message>
        <source>Remove Instance</source>
        <translation>Instanz entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from the list?</source>
        <translation>„%1“ aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>What the keychain holds for it is removed, too. The instance itself is not touched.</source>
        <translation>Auch was der Schlüsselbund für sie enthält, wird entfernt. Die Instanz selbst bleibt unberührt.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Import Instances</source>
        <translation>Instanzen importieren</translation>
    </message>
    <message>
        <source>Instances (*.json)</source>
        <translation>Instanzen (*.json)</translation>
    </message>
    <message>
        <source>All (*)</source>
        <translation>Alle (*)</translation>
    </message>
    <message>
        <source>Export Instances Without Secrets</source>
        <translation>Instanzen ohne Geheimnisse exportieren</translation>
    </message>
    <message>
        <source>Open a C&amp;apture…</source>
        <translation>&amp;Aufzeichnung öffnen…</translation>
    </message>
    <message>
        <source>Shows messages that were recorded before, without an instance</source>
        <translation>Zeigt früher aufgezeichnete Nachrichten, ohne eine Instanz</translation>
    </message>
    <message>
        <source>Dis&amp;miss</source>
        <translation>Ver&amp;werfen</translation>
    </message>
</context>
<context>
    <name>amb::StatusLine</name>
    <message>
        <source>not recorded to disk, rows: %1, %2</source>
        <translation>nicht auf Platte, Zeilen: %1, %2</translation>
    </message>
    <message>
        <source>gaps: %1</source>
        <translation>Lücken: %1</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>Times at which messages may be missing. Go to the next one.</source>
        <translation>Zeiten, in denen Nachrichten fehlen können. Zur nächsten gehen.</translation>
    </message>
    <message>
        <source>No message is known to be missing.</source>
        <translation>Es ist keine fehlende Nachricht bekannt.</translation>
    </message>
    <message>
        <source>recorded rows: %1, %2</source>
        <translation>aufgezeichnete Zeilen: %1, %2</translation>
    </message>
    <message>
        <source>Channels that the server refused. Go to the next one.</source>
        <translation>Kanäle, die der Server abgelehnt hat. Weiter zum nächsten.</translation>
    </message>
    <message>
        <source>No channel is refused.</source>
        <translation>Kein Kanal wird abgelehnt.</translation>
    </message>
</context>
<context>
    <name>amb::StoryPanes</name>
    <message>
        <source>Task Boards</source>
        <translation>Taskboards</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Anwesenheit</translation>
    </message>
</context>
<context>
    <name>amb::TimeStyle</name>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Since first</source>
        <translation>Seit Beginn</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>amb::TranscriptModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Came at %1; the message does not tell when it happened.</source>
        <translation>Kam um %1; die Nachricht sagt nicht, wann es geschah.</translation>
    </message>
</context>
<context>
    <name>amb::WatchBoardDialog</name>
    <message>
        <source>Watch a Task Board</source>
        <translation>Taskboard beobachten</translation>
    </message>
    <message>
        <source>Reading the boards that you may see…</source>
        <translation>Die Boards, die Sie sehen dürfen, werden gelesen…</translation>
    </message>
    <message>
        <source>%1 A board&apos;s address can be pasted below all the same.</source>
        <translation>%1 Die Adresse eines Boards kann trotzdem unten eingefügt werden.</translation>
    </message>
    <message>
        <source>There is no board that you may see. If you know one, paste its address below.</source>
        <translation>Es gibt kein Board, das Sie sehen dürfen. Kennen Sie eines, fügen Sie unten seine Adresse ein.</translation>
    </message>
    <message>
        <source>%1 (not active)</source>
        <translation>%1 (nicht aktiv)</translation>
    </message>
    <message>
        <source>Find a board</source>
        <translation>Ein Board finden</translation>
    </message>
    <message>
        <source>Boards that you may see</source>
        <translation>Boards, die Sie sehen dürfen</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>address of the board&apos;s page, or its sys_id</source>
        <translation>Adresse der Seite des Boards, oder seine sys_id</translation>
    </message>
    <message>
        <source>Or &amp;paste a board:</source>
        <translation>Oder ein Board &amp;einfügen:</translation>
    </message>
    <message>
        <source>The board is read once, then followed by record watchers on its cards, lanes, members and tasks. Others do not see that you watch.</source>
        <translation>Das Board wird einmal gelesen, dann folgen ihm Record Watcher auf seine Karten, Spalten, Mitglieder und Aufgaben. Andere sehen nicht, dass Sie zusehen.</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message>
        <source>Board %1</source>
        <translation>Board %1</translation>
    </message>
    <message>
        <source>No board and no owner is called so.</source>
        <translation>Kein Board und kein Besitzer heißt so.</translation>
    </message>
</context>
<context>
    <name>amb::WatchDialog</name>
    <message>
        <source>C&amp;opy</source>
        <translation>K&amp;opieren</translation>
    </message>
    <message>
        <source>Watch Records</source>
        <translation>Datensätze beobachten</translation>
    </message>
    <message>
        <source>A list&apos;s or record&apos;s address, a query, or a channel</source>
        <translation>Adresse einer Liste oder eines Datensatzes, eine Abfrage oder ein Kanal</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>Was mitgeteilt wird</translation>
    </message>
    <message>
        <source>the records</source>
        <translation>die Datensätze</translation>
    </message>
    <message>
        <source>their count</source>
        <translation>ihre Anzahl</translation>
    </message>
    <message>
        <source>their count (count2)</source>
        <translation>ihre Anzahl (count2)</translation>
    </message>
    <message>
        <source>&amp;Paste:</source>
        <translation>&amp;Eingefügt:</translation>
    </message>
    <message>
        <source>tell</source>
        <translation>teilt mit</translation>
    </message>
    <message>
        <source>&amp;Table:</source>
        <translation>&amp;Tabelle:</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Copy the channel&apos;s name</source>
        <translation>Den Namen des Kanals kopieren</translation>
    </message>
    <message>
        <source>&amp;Query:</source>
        <translation>Ab&amp;frage:</translation>
    </message>
    <message>
        <source>C&amp;hannel:</source>
        <translation>&amp;Kanal:</translation>
    </message>
    <message>
        <source>In words:</source>
        <translation>In Worten:</translation>
    </message>
    <message>
        <source>&amp;Subscribe</source>
        <translation>&amp;Abonnieren</translation>
    </message>
    <message>
        <source>A query; the table is yours to name below.</source>
        <translation>Eine Abfrage; die Tabelle nennen Sie unten selbst.</translation>
    </message>
    <message>
        <source>Taken over into the fields below.</source>
        <translation>In die Felder unten übernommen.</translation>
    </message>
    <message>
        <source>This is no record watcher&apos;s channel that can be read: it has the form /rw/default/incident/YWN0aXZlPXRydWU-.</source>
        <translation>Das ist kein lesbarer Kanal eines Record Watchers: Er hat die Form /rw/default/incident/YWN0aXZlPXRydWU-.</translation>
    </message>
    <message>
        <source>A GraphQL channel carries a hash in place of table and query. Type it where you subscribe to channels.</source>
        <translation>Ein GraphQL-Kanal trägt einen Hash statt Tabelle und Abfrage. Geben Sie ihn dort ein, wo Sie Kanäle abonnieren.</translation>
    </message>
    <message>
        <source>%1 where %2</source>
        <translation>%1, wobei %2</translation>
    </message>
    <message>
        <source>Names are not offered: %1 Type them as they are.</source>
        <translation>Namen werden nicht angeboten: %1 Geben Sie sie ein, wie sie sind.</translation>
    </message>
    <message>
        <source>Reading the instance&apos;s tables and fields…</source>
        <translation>Tabellen und Felder der Instanz werden gelesen…</translation>
    </message>
    <message>
        <source>Names are not offered before the instance has told them.</source>
        <translation>Namen werden erst angeboten, wenn die Instanz sie genannt hat.</translation>
    </message>
    <message>
        <source>%1 tables are known; names are offered while you type.</source>
        <translation>%1 Tabellen sind bekannt; beim Tippen werden Namen angeboten.</translation>
    </message>
    <message>
        <source>Such as the address of a filtered list, copied from the browser.</source>
        <translation>Etwa die Adresse einer gefilterten Liste, aus dem Browser kopiert.</translation>
    </message>
</context>
<context>
    <name>amb::WindowActions</name>
    <message>
        <source>&amp;Messages</source>
        <translation>&amp;Nachrichten</translation>
    </message>
    <message>
        <source>%1 (production)</source>
        <translation>%1 (Produktion)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Subscribe…</source>
        <translation>&amp;Abonnieren…</translation>
    </message>
    <message>
        <source>&amp;Discover Channels…</source>
        <translation>Kanäle &amp;entdecken…</translation>
    </message>
    <message>
        <source>&amp;Watch Records…</source>
        <translation>&amp;Datensätze beobachten…</translation>
    </message>
    <message>
        <source>Watch a Task &amp;Board…</source>
        <translation>&amp;Taskboard beobachten…</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>&amp;Senden…</translation>
    </message>
    <message>
        <source>Open &amp;Instance…</source>
        <translation>&amp;Instanz öffnen…</translation>
    </message>
    <message>
        <source>&amp;Close Window</source>
        <translation>&amp;Fenster schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt benutzt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>F&amp;ilter Messages</source>
        <translation>Nachrichten &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Chart of Messages a Second</source>
        <translation>&amp;Diagramm der Nachrichten je Sekunde</translation>
    </message>
    <message>
        <source>&amp;Next Pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Previous Pane</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>&amp;Einzelheiten…</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Retry Now</source>
        <translation>Jetzt e&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Try &amp;WebSocket Now</source>
        <translation>&amp;WebSocket jetzt versuchen</translation>
    </message>
    <message>
        <source>Connection D&amp;octor…</source>
        <translation>Verbindungsd&amp;oktor…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
    <message>
        <source>&amp;About AMB Monitor</source>
        <translation>&amp;Über AMB Monitor</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Open Capture…</source>
        <translation>Aufzeichnung &amp;öffnen…</translation>
    </message>
    <message>
        <source>Sa&amp;ve Messages</source>
        <translation>Nachrichten si&amp;chern</translation>
    </message>
    <message>
        <source>D&amp;isconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>&amp;Filter Language…</source>
        <translation>&amp;Filtersprache…</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Watch a ServiceNow instance&apos;s message bus, live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window, such as de; else the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show a recorded capture, a file or a folder of segments, without an instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --capture, or INSTANCE or --demo, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is for an instance, and none is named: add INSTANCE or --demo, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
