<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<!-- Kept by hand. Qt's own Turkish calls Alt “Seçenek” and Ctrl “Kontrol”; on keyboards they are called what stands on them. -->
<context>
    <name>QShortcut</name>
    <message><source>Ctrl</source><translation>Ctrl</translation></message>
    <message><source>Alt</source><translation>Alt</translation></message>
    <message><source>Shift</source><translation>Shift</translation></message>
    <message><source>Return</source><translation>Enter</translation></message>
    <message><source>Enter</source><translation>Enter</translation></message>
    <message><source>Tab</source><translation>Tab</translation></message>
    <message><source>Del</source><translation>Del</translation></message>
    <message><source>Backspace</source><translation>Backspace</translation></message>
    <message><source>Left</source><translation>Sol</translation></message>
    <message><source>Right</source><translation>Sağ</translation></message>
</context>
</TS>
