<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArticleCommands</name>
    <message numerus="yes">
        <source>%n suggestion(s) are still undecided. They stay suggestions in the export.</source>
        <translation>
            <numerusform>%n suggestion is still undecided. It stays a suggestion in the export.</numerusform>
            <numerusform>%n suggestions are still undecided. They stay suggestions in the export.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodebookCommands</name>
    <message numerus="yes">
        <source>The records of %n article(s) follow the new codebook.</source>
        <translation>
            <numerusform>The records of %n article follow the new codebook.</numerusform>
            <numerusform>The records of %n articles follow the new codebook.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dateline’s codebook has %n entry(ies) that this project’s lacks: {what}. They can be added; nothing else changes.</source>
        <translation>
            <numerusform>Dateline’s codebook has one entry that this project’s lacks: {what}. It can be added; nothing else changes.</numerusform>
            <numerusform>Dateline’s codebook has %n entries that this project’s lacks: {what}. They can be added; nothing else changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntitiesTab</name>
    <message numerus="yes">
        <source>Entities: %n</source>
        <translation>
            <numerusform>Entities: %n</numerusform>
            <numerusform>Entities: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message numerus="yes">
        <source>mentions: %n</source>
        <translation>
            <numerusform>mentions: %n</numerusform>
            <numerusform>mentions: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message numerus="yes">
        <source>%n cell(s) held characters that Excel cannot; they were replaced.</source>
        <translation>
            <numerusform>%n cell held characters that Excel cannot; they were replaced.</numerusform>
            <numerusform>%n cells held characters that Excel cannot; they were replaced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FateDialog</name>
    <message numerus="yes">
        <source>“{name}” is on %n record(s)</source>
        <translation>
            <numerusform>“{name}” is on %n record</numerusform>
            <numerusform>“{name}” is on %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>%n article added.</numerusform>
            <numerusform>%n articles added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>%n more was left out.</numerusform>
            <numerusform>%n more were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message numerus="yes">
        <source>%n label(s): {labels}</source>
        <translation>
            <numerusform>%n label: {labels}</numerusform>
            <numerusform>%n labels: {labels}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event type(s)</source>
        <translation>
            <numerusform>%n event type</numerusform>
            <numerusform>%n event types</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message numerus="yes">
        <source>Label %n place(s)</source>
        <translation>
            <numerusform>Label %n place</numerusform>
            <numerusform>Label %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastDialog</name>
    <message numerus="yes">
        <source>one step in %n article(s)</source>
        <translation>
            <numerusform>one step in %n article</numerusform>
            <numerusform>one step in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectWide</name>
    <message numerus="yes">
        <source>Changed in %n article(s).</source>
        <translation>
            <numerusform>Changed in %n article.</numerusform>
            <numerusform>Changed in %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back in %n article(s).</source>
        <translation>
            <numerusform>Taken back in %n article.</numerusform>
            <numerusform>Taken back in %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repeated in %n article(s).</source>
        <translation>
            <numerusform>Repeated in %n article.</numerusform>
            <numerusform>Repeated in %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistryDialog</name>
    <message numerus="yes">
        <source>Entities: %n</source>
        <translation>
            <numerusform>Entities: %n</numerusform>
            <numerusform>Entities: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingCommands</name>
    <message numerus="yes">
        <source>%n step(s) could not be saved yet. If you close now they are lost.</source>
        <translation>
            <numerusform>%n step could not be saved yet. If you close now it is lost.</numerusform>
            <numerusform>%n steps could not be saved yet. If you close now they are lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchCommands</name>
    <message numerus="yes">
        <source>Label for %n place(s): type its name or key</source>
        <translation>
            <numerusform>Label for %n place: type its name or key</numerusform>
            <numerusform>Label for %n places: type its name or key</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were left out: half a word, inside another mark, or rejected there.</source>
        <translation>
            <numerusform>%n place was left out: half a word, inside another mark, or rejected there.</numerusform>
            <numerusform>%n places were left out: half a word, inside another mark, or rejected there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>in %Ln article</numerusform>
            <numerusform>in %Ln articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) searched…</source>
        <translation>
            <numerusform>%Ln article searched…</numerusform>
            <numerusform>%Ln articles searched…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln are shown</source>
        <translation>
            <numerusform>the first is shown</numerusform>
            <numerusform>the first %Ln are shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %n ticked…</source>
        <translation>
            <numerusform>Label %n ticked…</numerusform>
            <numerusform>Label %n ticked…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetCommands</name>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n row copied.</numerusform>
            <numerusform>%n rows copied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestCommands</name>
    <message numerus="yes">
        <source>%n suggestion(s) to decide. {next} goes to the next one, {accept} accepts it.</source>
        <translation>
            <numerusform>%n suggestion to decide. {next} goes to it, {accept} accepts it.</numerusform>
            <numerusform>%n suggestions to decide. {next} goes to the next one, {accept} accepts it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsTab</name>
    <message numerus="yes">
        <source>Accept all %n shown</source>
        <translation>
            <numerusform>Accept the one shown</numerusform>
            <numerusform>Accept all %n shown</numerusform>
        </translation>
    </message>
</context>
</TS>
