<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dateline</source>
        <translation>Dateline hakkında</translation>
    </message>
    <message>
        <source>Dateline turns news articles into structured data whose every row can be traced to the words it came from. It works without a network and sends nothing anywhere.</source>
        <translation>Dateline, haberleri her satırı geldiği sözcüklere kadar izlenebilen yapılandırılmış veriye dönüştürür. Ağ bağlantısı olmadan çalışır ve hiçbir yere veri göndermez.</translation>
    </message>
    <message>
        <source>MIT licence. Built with Qt and PySide6 (LGPL 3), spaCy, SQLAlchemy, Alembic and openpyxl.</source>
        <translation>MIT lisansı. Qt ve PySide6 (LGPL 3), spaCy, SQLAlchemy, Alembic ve openpyxl ile yapılmıştır.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Dosya</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Dü&amp;zen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>İ&amp;nceleme</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>İ&amp;şaretleme</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Görünüm</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Yardım</translation>
    </message>
    <message>
        <source>Open articles…</source>
        <translation>Haber aç…</translation>
    </message>
    <message>
        <source>Add text files to the project</source>
        <translation>Metin dosyalarını projeye ekler</translation>
    </message>
    <message>
        <source>Paste article…</source>
        <translation>Haber yapıştır…</translation>
    </message>
    <message>
        <source>Add the text on the clipboard to the project</source>
        <translation>Panodaki metni projeye ekler</translation>
    </message>
    <message>
        <source>Move article to trash</source>
        <translation>Haberi çöp kutusuna taşı</translation>
    </message>
    <message>
        <source>Take the open article out of the project; it can be taken back</source>
        <translation>Açık haberi projeden çıkarır; geri alınabilir</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Yeni proje…</translation>
    </message>
    <message>
        <source>Begin an empty project: one file that holds your articles and decisions</source>
        <translation>Haberlerinizi ve kararlarınızı tek dosyada tutan boş bir proje başlatır</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Proje aç…</translation>
    </message>
    <message>
        <source>Go on with a project file (*.dateline)</source>
        <translation>Kayıtlı bir proje dosyasıyla (*.dateline) devam eder</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Örnek projeyi aç</translation>
    </message>
    <message>
        <source>Try everything out on five short articles</source>
        <translation>Programı beş kısa haber üzerinde denemenizi sağlar</translation>
    </message>
    <message>
        <source>Codebook…</source>
        <translation>Kod kitabı…</translation>
    </message>
    <message>
        <source>Labels, event types, roles, modalities and modes of this project, with their keys and colours</source>
        <translation>Bu projenin etiketleri, olay türleri, rolleri, gerçeklik değerleri ve biçimleri; tuşları ve renkleriyle</translation>
    </message>
    <message>
        <source>Export to Excel…</source>
        <translation>Excel’e aktar…</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Write the whole project to an Excel workbook</source>
        <translation>Bütün projeyi bir Excel çalışma kitabına yazar</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Yazdır…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF olarak kaydet…</translation>
    </message>
    <message>
        <source>The article with its marks and a legend</source>
        <translation>Haber, işaretleri ve açıklamalarıyla</translation>
    </message>
    <message>
        <source>Save as picture…</source>
        <translation>Resim olarak kaydet…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Çık</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Yinele</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Copy as table rows</source>
        <translation>Tablo satırı olarak kopyala</translation>
    </message>
    <message>
        <source>The selected mention or event as cells that Excel takes</source>
        <translation>Seçili varlığı ya da olayı Excel’e yapıştırılacak hücreler olarak kopyalar</translation>
    </message>
    <message>
        <source>History of the article…</source>
        <translation>Haberin geçmişi…</translation>
    </message>
    <message>
        <source>Every step with who and when, and the way back to any of them</source>
        <translation>Kimin ne zaman ne yaptığını gösterir; istenen adıma geri döndürür</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Take the selected mark away; a suggestion is rejected</source>
        <translation>Seçili işareti kaldırır; öneriyse reddeder</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>Haberde bul…</translation>
    </message>
    <message>
        <source>Search the project…</source>
        <translation>Projede ara…</translation>
    </message>
    <message>
        <source>Find words in all articles, see each in its place, label or copy them</source>
        <translation>Sözcükleri bütün haberlerde bulur; her birini yerinde gösterir, etiketler veya kopyalar</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Sonraki eşleşme</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Önceki eşleşme</translation>
    </message>
    <message>
        <source>Make suggestions</source>
        <translation>Öneri üret</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>Öner</translation>
    </message>
    <message>
        <source>Suggest entities, dates, events and quotes for this article</source>
        <translation>Bu haber için varlık, tarih, olay ve alıntı önerir</translation>
    </message>
    <message>
        <source>Stop suggesting</source>
        <translation>Öneriyi durdur</translation>
    </message>
    <message>
        <source>Source of suggestions…</source>
        <translation>Öneri kaynağı…</translation>
    </message>
    <message>
        <source>Choose whether a spaCy pipeline of your own makes suggestions in this project</source>
        <translation>Bu projede önerileri kendi spaCy modelinizin de üretip üretmeyeceğini belirler</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>Sonraki öneri</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Önceki öneri</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Kabul et</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reddet</translation>
    </message>
    <message>
        <source>Flag for later</source>
        <translation>Sonrası için beklet</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Beklet</translation>
    </message>
    <message>
        <source>Flag the article</source>
        <translation>Haberi beklet</translation>
    </message>
    <message>
        <source>Mark the whole article to come back to; again, or when it is done, the flag goes</source>
        <translation>Haberin bütününü sonraya bırakır; yeniden seçilince ya da haber tamamlanınca kalkar</translation>
    </message>
    <message>
        <source>Note on the article…</source>
        <translation>Haber notu…</translation>
    </message>
    <message>
        <source>Write down something about the article as a whole</source>
        <translation>Haberin bütünü için bir not yazar</translation>
    </message>
    <message>
        <source>Accept all shown</source>
        <translation>Görünenlerin tümünü kabul et</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>Çöp kutusu…</translation>
    </message>
    <message>
        <source>Take an article out of the trash, with everything that was decided about it</source>
        <translation>Bir haberi, hakkında verilen kararlarla birlikte çöp kutusundan geri getirir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Every step is saved at once; this says so, or tries again where it failed</source>
        <translation>Her adım anında kaydedilir; bu komut bunu bildirir, kaydedilemeyen varsa yeniden dener</translation>
    </message>
    <message>
        <source>Accept every suggestion that the list shows now, as one step</source>
        <translation>Listede şu anda görünen bütün önerileri tek adımda kabul eder</translation>
    </message>
    <message>
        <source>Accept up to here</source>
        <translation>Buraya kadar kabul et</translation>
    </message>
    <message>
        <source>Accept every open suggestion from the start of the text up to this one, as one step</source>
        <translation>Metnin başından bu öneriye kadar bekleyen bütün önerileri tek adımda kabul eder</translation>
    </message>
    <message>
        <source>Accept all like this…</source>
        <translation>Bunun gibileri kabul et…</translation>
    </message>
    <message>
        <source>Accept all of the same label, name or source, or all that are as certain, as one step</source>
        <translation>Aynı etiketli, aynı adlı, aynı kaynaklı ya da en az bu kadar kesin önerilerin hepsini tek adımda kabul eder</translation>
    </message>
    <message>
        <source>Order of suggestions…</source>
        <translation>Önerilerin sırası…</translation>
    </message>
    <message>
        <source>In which order the list stands and the keys go: as the text, by label, least certain first</source>
        <translation>Listenin ve tuşların izlediği sıra: metin sırası, etikete göre, önce en az kesin olan</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Sonraki olay</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Önceki olay</translation>
    </message>
    <message>
        <source>Next mark at this place</source>
        <translation>Buradaki sonraki işaret</translation>
    </message>
    <message>
        <source>Walk through nested and overlapping marks</source>
        <translation>İç içe ve üst üste gelen işaretler arasında dolaşır</translation>
    </message>
    <message>
        <source>Done, next article</source>
        <translation>Tamamla, sonraki haber</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamamla</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>Etiketle…</translation>
    </message>
    <message>
        <source>Label the selected words, or give the selected mark another label or type</source>
        <translation>Seçili sözcükleri etiketler ya da seçili işaretin etiketini, türünü değiştirir</translation>
    </message>
    <message>
        <source>The same label everywhere…</source>
        <translation>Her yerde aynı etiket…</translation>
    </message>
    <message>
        <source>Label every place of these words, in the article or the project, after a look at them</source>
        <translation>Bu sözcüklerin haberde ya da projede geçtiği yerleri gösterir, seçtiklerinizi etiketler</translation>
    </message>
    <message>
        <source>Link to an entity…</source>
        <translation>Varlığa bağla…</translation>
    </message>
    <message>
        <source>Choose which known entity of the project the selected mention or group means</source>
        <translation>Seçili yerin ya da varlığın, projedeki hangi varlık olduğunu belirler</translation>
    </message>
    <message>
        <source>Event…</source>
        <translation>Olay…</translation>
    </message>
    <message>
        <source>Make an event of the selected word</source>
        <translation>Seçili sözcükten olay oluşturur</translation>
    </message>
    <message>
        <source>Role in the event, speaker…</source>
        <translation>Olaydaki rol, konuşan…</translation>
    </message>
    <message>
        <source>Say who takes part in the event or who said the quote; the same role again takes it away</source>
        <translation>Olaya kimin katıldığını ya da sözü kimin söylediğini belirtir; aynı rol yeniden seçilirse kaldırılır</translation>
    </message>
    <message>
        <source>Reality of the event…</source>
        <translation>Olayın gerçekliği…</translation>
    </message>
    <message>
        <source>Say whether the event happened, is planned, denied or supposed</source>
        <translation>Olayın gerçekleştiğini, planlandığını, yalanlandığını ya da varsayıma dayandığını belirtir</translation>
    </message>
    <message>
        <source>Mode of the event…</source>
        <translation>Olayın biçimi…</translation>
    </message>
    <message>
        <source>Say in which way the event happened</source>
        <translation>Olayın nasıl gerçekleştiğini belirtir</translation>
    </message>
    <message>
        <source>Value…</source>
        <translation>Değer…</translation>
    </message>
    <message>
        <source>What the selected words mean: the date, the amount; or when the event happens</source>
        <translation>Seçili sözcüklerin anlamı: tarih, tutar; olayda ise ne zaman olduğu</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Alıntı</translation>
    </message>
    <message>
        <source>Mark the selected words as a quote</source>
        <translation>Seçili sözcükleri alıntı olarak işaretler</translation>
    </message>
    <message>
        <source>End one word further</source>
        <translation>Sonu bir sözcük ileri</translation>
    </message>
    <message>
        <source>End one word back</source>
        <translation>Sonu bir sözcük geri</translation>
    </message>
    <message>
        <source>Start one word further</source>
        <translation>Başı bir sözcük ileri</translation>
    </message>
    <message>
        <source>Start one word back</source>
        <translation>Başı bir sözcük geri</translation>
    </message>
    <message>
        <source>End one letter further</source>
        <translation>Sonu bir harf ileri</translation>
    </message>
    <message>
        <source>End one letter back</source>
        <translation>Sonu bir harf geri</translation>
    </message>
    <message>
        <source>Start one letter further</source>
        <translation>Başı bir harf ileri</translation>
    </message>
    <message>
        <source>Start one letter back</source>
        <translation>Başı bir harf geri</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Komut paleti…</translation>
    </message>
    <message>
        <source>Find and do anything by a few letters of its name</source>
        <translation>Her komutu, adının birkaç harfini yazarak bulur ve çalıştırır</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>Go to the list of articles</source>
        <translation>Haber listesine gider</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>Go to the text</source>
        <translation>Metne gider</translation>
    </message>
    <message>
        <source>Review panel</source>
        <translation>İnceleme paneli</translation>
    </message>
    <message>
        <source>Go to the review panel</source>
        <translation>İnceleme paneline gider</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Pencerenin sonraki bölümü</translation>
    </message>
    <message>
        <source>Round the window: articles, headline, text, review, tool bar</source>
        <translation>Pencereyi dolaşır: haberler, başlık, metin, inceleme, araç çubuğu</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Pencerenin önceki bölümü</translation>
    </message>
    <message>
        <source>Entity registry…</source>
        <translation>Varlık kaydı…</translation>
    </message>
    <message>
        <source>The entities of the project: names, country, sector, and where they appear</source>
        <translation>Projenin varlıkları: adları, ülkesi, sektörü ve geçtiği yerler</translation>
    </message>
    <message>
        <source>Show the list of articles</source>
        <translation>Haber listesini göster</translation>
    </message>
    <message>
        <source>Without it there is more room for the text, on small screens or with large letters</source>
        <translation>Gizlenince metne daha çok yer kalır: küçük ekranda ya da büyük yazıda işe yarar</translation>
    </message>
    <message>
        <source>Show the review panel</source>
        <translation>İnceleme panelini göster</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Metni büyüt</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Metni küçült</translation>
    </message>
    <message>
        <source>Longer lines</source>
        <translation>Satırları uzat</translation>
    </message>
    <message>
        <source>Shorter lines</source>
        <translation>Satırları kısalt</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normal metin boyutu</translation>
    </message>
    <message>
        <source>Typeface…</source>
        <translation>Yazı tipi…</translation>
    </message>
    <message>
        <source>The typeface of the article and how far its lines stand apart</source>
        <translation>Haberin yazı tipi ve satır aralığı</translation>
    </message>
    <message>
        <source>Definition of the selected mark</source>
        <translation>Seçili işaretin tanımı</translation>
    </message>
    <message>
        <source>What the codebook says of the label or type, below the review panel</source>
        <translation>Etiket ya da tür için kod kitabının söyledikleri, inceleme panelinin altında</translation>
    </message>
    <message>
        <source>Show labels in the text</source>
        <translation>Etiketleri metinde göster</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Kısayollar</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tuşları değiştir…</translation>
    </message>
    <message>
        <source>Give any action the key that you want</source>
        <translation>Her komuta istediğiniz tuşu atamanızı sağlar</translation>
    </message>
    <message>
        <source>Tour in three steps</source>
        <translation>Üç adımda tanıtım</translation>
    </message>
    <message>
        <source>Shows on the sample project where everything is</source>
        <translation>Neyin nerede olduğunu örnek proje üzerinde gösterir</translation>
    </message>
    <message>
        <source>About Dateline</source>
        <translation>Dateline hakkında</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>Articles are being changed. Open it in a moment.</source>
        <translation>Haberler değiştiriliyor. Birazdan açabilirsiniz.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) are still undecided. They stay suggestions in the export.</source>
        <translation>
            <numerusform>%n öneri için henüz karar verilmedi. Dışa aktarımda öneri olarak kalırlar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done all the same</source>
        <translation>Yine de tamamla</translation>
    </message>
    <message>
        <source>Go on reviewing</source>
        <translation>İncelemeyi sürdür</translation>
    </message>
    <message>
        <source>Every article of this project is done.</source>
        <translation>Bu projedeki bütün haberler tamamlandı.</translation>
    </message>
    <message>
        <source>Flagged.</source>
        <translation>Haber bekletiliyor.</translation>
    </message>
    <message>
        <source>No longer flagged.</source>
        <translation>Haber artık bekletilmiyor.</translation>
    </message>
    <message>
        <source>“{title}” is in the trash.</source>
        <translation>“{title}” çöp kutusunda.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Geri getir</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>Önce bir proje açın.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Çöp kutusu boş.</translation>
    </message>
    <message>
        <source>Which article is to be taken out of the trash?</source>
        <translation>Çöp kutusundan hangi haber geri getirilsin?</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n öneri</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article text</source>
        <translation>Haber metni</translation>
    </message>
    <message>
        <source>{next} goes to the next suggestion, {leave} out of the text.</source>
        <translation>{next} sonraki öneriye gider, {leave} metinden çıkar.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>İleti</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>İletiyi kapat</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>or {value} (V chooses)</source>
        <translation>ya da {value} (V ile seçilir)</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Alıntı</translation>
    </message>
    <message>
        <source>%n places in this article</source>
        <translation>bu haberde %n yerde</translation>
    </message>
</context>
<context>
    <name>CodebookCommands</name>
    <message>
        <source>Counting what is in use…</source>
        <translation>Kullanımda olanlar sayılıyor…</translation>
    </message>
    <message numerus="yes">
        <source>The records of %n article(s) follow the new codebook.</source>
        <translation>
            <numerusform>%n haberdeki kayıtlar yeni kod kitabına uyarlandı.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changing the codebook…</source>
        <translation>Kod kitabı değiştiriliyor…</translation>
    </message>
    <message>
        <source>Other work is still under way. Try again in a moment.</source>
        <translation>Başka bir işlem sürüyor. Biraz sonra yeniden deneyin.</translation>
    </message>
    <message numerus="yes">
        <source>Dateline’s codebook has %n entry(ies) that this project’s lacks: {what}. They can be added; nothing else changes.</source>
        <translation>
            <numerusform>Dateline’ın kod kitabında bu projeninkinde olmayan %n girdi var: {what}. Bunlar eklenebilir; başka hiçbir şey değişmez.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add them</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Hayır, teşekkürler</translation>
    </message>
    <message>
        <source>The entries were added to the codebook.</source>
        <translation>Girdiler kod kitabına eklendi.</translation>
    </message>
</context>
<context>
    <name>CodebookEditor</name>
    <message>
        <source>Codebook</source>
        <translation>Kod kitabı</translation>
    </message>
    <message>
        <source>Name of the codebook</source>
        <translation>Kod kitabının adı</translation>
    </message>
    <message>
        <source>Part of the codebook</source>
        <translation>Kod kitabının bölümü</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Event types</source>
        <translation>Olay türleri</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Roller</translation>
    </message>
    <message>
        <source>Modalities</source>
        <translation>Gerçeklik</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Biçimler</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Girdiler</translation>
    </message>
    <message>
        <source>Add an entry</source>
        <translation>Girdi ekle</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Girdiyi sil</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Yukarı taşı</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Aşağı taşı</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Düzeltilecekler</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>İçe aktar</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Dosyadan…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Dışa aktar…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>This project can only be read: the codebook can be looked at and exported.</source>
        <translation>Bu proje yalnızca okunabilir: kod kitabına bakılabilir ve dışa aktarılabilir.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>Codebooks</source>
        <translation>Kod kitapları</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>Kod kitabını içe aktar</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>Kod kitabını dışa aktar</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>{path} dosyasına yazıldı.</translation>
    </message>
    <message>
        <source>The codebook was changed. Leave without saving?</source>
        <translation>Kod kitabı değiştirildi. Kaydetmeden çıkılsın mı?</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Kaydetmeden çık</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Düzenlemeyi sürdür</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>{colour}: choose</source>
        <translation>{colour}: seç</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Renk seç</translation>
    </message>
    <message>
        <source>#rrggbb, for example #1a2b3c</source>
        <translation>#rrggbb, örneğin #1a2b3c</translation>
    </message>
    <message>
        <source>✓ {ratio}</source>
        <translation>✓ {ratio}</translation>
    </message>
    <message>
        <source>✗ {ratio}, hard to read</source>
        <translation>✗ {ratio}, zor okunur</translation>
    </message>
    <message>
        <source>Contrast with the page; 4.5 or more can be read well</source>
        <translation>Sayfayla karşıtlığı; 4,5 ve üzeri rahat okunur</translation>
    </message>
</context>
<context>
    <name>CountryLine</name>
    <message>
        <source>Countries</source>
        <translation>Ülkeler</translation>
    </message>
</context>
<context>
    <name>EntitiesTab</name>
    <message>
        <source>Entities</source>
        <translation>Varlıklar</translation>
    </message>
    <message>
        <source>Find an entity</source>
        <translation>Varlık ara</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sıralama</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
    <message>
        <source>Most mentioned</source>
        <translation>En çok geçen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Kabul et</translation>
    </message>
    <message>
        <source>Accept the mention, or all mentions of the entity ({keys})</source>
        <translation>Seçili yeri ya da varlığın geçtiği bütün yerleri kabul et ({keys})</translation>
    </message>
    <message>
        <source>Reject the mention, or all mentions of the entity ({keys})</source>
        <translation>Seçili yeri ya da varlığın geçtiği bütün yerleri reddet ({keys})</translation>
    </message>
    <message>
        <source>This article has no entities yet. Press {key} to get suggestions, or select words in the text and press the key of a label (1 to 9).</source>
        <translation>Bu haberde henüz varlık yok. Önerileri almak için {key} tuşuna basın ya da metinde sözcük seçip bir etiketin tuşuna (1–9) basın.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reddet</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Adını değiştir</translation>
    </message>
    <message>
        <source>Give all mentions of the entity another name; the name of another merges (F2)</source>
        <translation>Varlığın adını geçtiği her yerde değiştirir; başka bir varlığın adı verilirse ikisi birleşir (F2)</translation>
    </message>
    <message>
        <source>Link to an entity…</source>
        <translation>Varlığa bağla…</translation>
    </message>
    <message>
        <source>Choose which known entity of the project is meant (M)</source>
        <translation>Projedeki hangi varlık olduğunu belirler (M)</translation>
    </message>
    <message numerus="yes">
        <source>Entities: %n</source>
        <translation>
            <numerusform>Varlık: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list on the left.</source>
        <translation>Açık haber yok. Soldaki listeden bir haber seçin.</translation>
    </message>
</context>
<context>
    <name>EntityDelegate</name>
    <message>
        <source>Canonical name</source>
        <translation>Ortak ad</translation>
    </message>
</context>
<context>
    <name>EntityForm</name>
    <message>
        <source>One name a line</source>
        <translation>Her satıra bir ad</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Değiştir…</translation>
    </message>
    <message>
        <source>Change the label…</source>
        <translation>Etiketi değiştir…</translation>
    </message>
    <message>
        <source>Give the entity and all its mentions another label</source>
        <translation>Varlığa, geçtiği her yerde başka bir etiket verir</translation>
    </message>
    <message>
        <source>Name or code: Türkiye, TUR…</source>
        <translation>Adı ya da kodu: Türkiye, TUR…</translation>
    </message>
    <message>
        <source>Wikidata (Q…) or any other</source>
        <translation>Wikidata (Q…) veya başka bir kaynak</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Diğer adlar</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Ülke</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>Sektör</translation>
    </message>
    <message>
        <source>External id</source>
        <translation>Dış kimlik</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notlar</translation>
    </message>
</context>
<context>
    <name>EntityModel</name>
    <message numerus="yes">
        <source>mentions: %n</source>
        <translation>
            <numerusform>%n yerde geçiyor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryForm</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kimlik</translation>
    </message>
    <message>
        <source>Short tag</source>
        <translation>Kısa ad</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tuş</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Açık tema</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Koyu tema</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Tanım</translation>
    </message>
    <message>
        <source>Easily confused with</source>
        <translation>Karıştırıldıkları</translation>
    </message>
    <message>
        <source>Required roles</source>
        <translation>Zorunlu roller</translation>
    </message>
    <message>
        <source>Modes</source>
        <translation>Biçimler</translation>
    </message>
    <message>
        <source>What exports and the database call it; one word</source>
        <translation>Dışa aktarmada ve veri tabanında kullanılan ad; tek sözcük</translation>
    </message>
    <message>
        <source>A digit or letters; event types may have two letters</source>
        <translation>Bir rakam ya da harf; olay türlerinde iki harf olabilir</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Event type: {type}</source>
        <translation>Olay türü: {type}</translation>
    </message>
    <message>
        <source>Event type: type its letters or name</source>
        <translation>Olay türü: harflerini ya da adını yazın</translation>
    </message>
    <message>
        <source>Reality: {name}</source>
        <translation>Gerçeklik: {name}</translation>
    </message>
    <message>
        <source>Reality</source>
        <translation>Gerçeklik</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Biçim</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>When, as year-month-day</source>
        <translation>Tarih: yıl-ay-gün</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>yıl-ay-gün</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Kabul et</translation>
    </message>
    <message>
        <source>Accept the event and the mentions in it ({keys} in the list)</source>
        <translation>Olayı ve içindeki varlıkları kabul et (listede {keys})</translation>
    </message>
    <message>
        <source>Reject the event; it is not suggested again ({keys} in the list)</source>
        <translation>Olayı reddet; bir daha önerilmez (listede {keys})</translation>
    </message>
    <message>
        <source>Keep for later, because you are not sure ({keys} in the list)</source>
        <translation>Emin değilseniz sonraya bırakın (listede {keys})</translation>
    </message>
    <message>
        <source>Take the event away; {key} brings it back</source>
        <translation>Olayı siler; {key} ile geri gelir</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reddet</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Beklet</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>belirtilmemiş</translation>
    </message>
    <message>
        <source>Not a date yet. Examples: 2026-03-15, 2026-03, 2026-03-15/2026-03-18</source>
        <translation>Bu henüz bir tarih değil. Örnekler: 2026-03-15, 2026-03, 2026-03-15/2026-03-18</translation>
    </message>
</context>
<context>
    <name>EventsTab</name>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>This article has no events yet. Press {key} to get suggestions, or select a word in the text and press {event}.</source>
        <translation>Bu haberde henüz olay yok. Önerileri almak için {key} tuşuna basın ya da metinde bir sözcük seçip {event} tuşuna basın.</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message>
        <source>Open a project first.</source>
        <translation>Önce bir proje açın.</translation>
    </message>
    <message>
        <source>Excel, everything with its status</source>
        <translation>Excel, her şey durumuyla birlikte</translation>
    </message>
    <message>
        <source>Excel, only what is accepted</source>
        <translation>Excel, yalnızca kabul edilenler</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>Excel’e aktar</translation>
    </message>
    <message>
        <source>Save the hits</source>
        <translation>Eşleşmeleri kaydet</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel çalışma kitabı</translation>
    </message>
    <message>
        <source>Writing the workbook…</source>
        <translation>Çalışma kitabı yazılıyor…</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Yazıldı: {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) held characters that Excel cannot; they were replaced.</source>
        <translation>
            <numerusform>%n hücrede Excel’in tutamadığı karakterler vardı; yerlerine başkası yazıldı.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Başka bir ad seç</translation>
    </message>
</context>
<context>
    <name>FateDialog</name>
    <message>
        <source>What becomes of the records?</source>
        <translation>Kayıtlara ne olsun?</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is on %n record(s)</source>
        <translation>
            <numerusform>“{name}” %n kayıtta kullanılıyor</numerusform>
        </translation>
    </message>
    <message>
        <source>they become “{name}”</source>
        <translation>“{name}” olsun</translation>
    </message>
    <message>
        <source>they have no mode</source>
        <translation>biçimsiz kalsın</translation>
    </message>
    <message>
        <source>they keep it, as unknown</source>
        <translation>tanımsız olarak kalsın</translation>
    </message>
    <message>
        <source>Nothing that was decided is lost. The records change in one step, and one undo takes it back everywhere.</source>
        <translation>Verdiğiniz hiçbir karar kaybolmaz. Kayıtlar tek adımda değişir; tek bir geri alma hepsini eski hâline getirir.</translation>
    </message>
    <message>
        <source>Change the codebook</source>
        <translation>Kod kitabını değiştir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>not a pattern</source>
        <translation>geçerli kalıp değil</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>durduruldu</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Haberde bul</translation>
    </message>
    <message>
        <source>Label all…</source>
        <translation>Tümünü etiketle…</translation>
    </message>
    <message>
        <source>Label all hits in this article, after a look at them</source>
        <translation>Bu haberdeki bütün eşleşmeleri, önce göstererek etiketler</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>Projede ara</translation>
    </message>
    <message>
        <source>Search all articles for the same words</source>
        <translation>Aynı sözcükleri bütün haberlerde arar</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Önceki eşleşme</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Sonraki eşleşme</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>FindCommands</name>
    <message>
        <source>No hit is a whole word.</source>
        <translation>Hiçbir eşleşme tam bir sözcük değil.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>What is “{name}”?</source>
        <translation>“{name}” nedir?</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Kapalı</translation>
    </message>
    <message>
        <source>Easily confused with: {names}</source>
        <translation>Şunlarla karıştırılabilir: {names}</translation>
    </message>
</context>
<context>
    <name>HitModel</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln eşleşme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCommands</name>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Haber aç</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>%n haber eklendi.</numerusform>
        </translation>
    </message>
    <message>
        <source>No article was added.</source>
        <translation>Haber eklenmedi.</translation>
    </message>
    <message numerus="yes">
        <source>%n more were left out.</source>
        <translation>
            <numerusform>%n tane daha alınmadı.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Kısayollar</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Değiştir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Labels of the selected words</source>
        <translation>Seçili sözcüklerin etiketleri</translation>
    </message>
    <message>
        <source>Event types (their letters, or type the name)</source>
        <translation>Olay türleri (harfleri ya da adı)</translation>
    </message>
    <message>
        <source>Roles (their letter, or type the name)</source>
        <translation>Roller (harfi ya da adı)</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n haber</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <source>The list is being read.</source>
        <translation>Liste okunuyor.</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>Eşleşen haber yok.</translation>
    </message>
    <message>
        <source>No articles yet.

Drop text files here, press {open} to choose them, or {paste} to paste one.</source>
        <translation>Henüz haber yok.

Metin dosyalarını buraya bırakın, seçmek için {open}, yapıştırmak için {paste} tuşlarına basın.</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>Haberlerde süz</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Tüm haberler</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Tamamlanmayanlar</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Bekletilenler</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>Notu olanlar</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Yeniler</translation>
    </message>
    <message>
        <source>Suggestions waiting</source>
        <translation>Önerileri bekleyenler</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>İncelenenler</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamamlananlar</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>Hangi haberler</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Önce en yeni</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Most open first</source>
        <translation>Önce önerisi çok olanlar</translation>
    </message>
    <message>
        <source>In order of import</source>
        <translation>Eklenme sırası</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sıralama</translation>
    </message>
</context>
<context>
    <name>LinePopup</name>
    <message>
        <source>Nothing matches.</source>
        <translation>Eşleşen yok.</translation>
    </message>
</context>
<context>
    <name>ListTab</name>
    <message>
        <source>No article is open. Choose one in the list on the left.</source>
        <translation>Açık haber yok. Soldaki listeden bir haber seçin.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo: {step}</source>
        <translation>Geri al: {step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Yinele: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Yinele</translation>
    </message>
    <message>
        <source>{accepted} accepted · {open} to decide</source>
        <translation>{accepted} kabul edildi · {open} karar bekliyor</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Geri alınacak bir şey yok.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Yinelenecek bir şey yok.</translation>
    </message>
    <message>
        <source>Something went wrong in Dateline: {what}. Your decisions are saved. Details: {path}</source>
        <translation>Dateline’da bir şeyler ters gitti: {what}. Kararlarınız kayıtlı. Ayrıntılar: {path}</translation>
    </message>
    <message>
        <source>Order of the suggestions: {order}</source>
        <translation>Önerilerin sırası: {order}</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Kaydedildi {time}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
</context>
<context>
    <name>MentionChip</name>
    <message>
        <source>Take out</source>
        <translation>Çıkar</translation>
    </message>
    <message>
        <source>Take out {name}</source>
        <translation>Çıkar: {name}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>None yet</source>
        <translation>Henüz yok</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Son projeler</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Sistemdeki gibi</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Koyu</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Yüksek karşıtlık</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Araç çubuğu</translation>
    </message>
</context>
<context>
    <name>MetadataStrip</name>
    <message>
        <source>Published</source>
        <translation>Yayın tarihi</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Agency, newspaper…</source>
        <translation>Ajans, gazete…</translation>
    </message>
    <message>
        <source>Language of the article</source>
        <translation>Haberin dili</translation>
    </message>
    <message>
        <source>Relative dates such as “on Tuesday” are counted from this day.</source>
        <translation>“Salı günü” gibi göreli tarihler bu güne göre hesaplanır.</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkçe</translation>
    </message>
    <message>
        <source>English</source>
        <translation>İngilizce</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>Open an article first.</source>
        <translation>Önce bir haber açın.</translation>
    </message>
    <message>
        <source>This project can only be read.</source>
        <translation>Bu proje yalnızca okunabilir.</translation>
    </message>
    <message>
        <source>Nothing is left to decide in this article.</source>
        <translation>Bu haberde karar bekleyen bir şey kalmadı.</translation>
    </message>
    <message>
        <source>This article has no events yet.</source>
        <translation>Bu haberde henüz olay yok.</translation>
    </message>
    <message>
        <source>Select a mark first: click it, or press {next} for the next suggestion.</source>
        <translation>Önce bir işaret seçin: üstüne tıklayın ya da sonraki öneri için {next} tuşuna basın.</translation>
    </message>
    <message>
        <source>A quote has no value.</source>
        <translation>Alıntının değeri olmaz.</translation>
    </message>
    <message>
        <source>Choose an event first: click its trigger or its card, or press {event}.</source>
        <translation>Önce bir olay seçin: tetikleyicisine veya kartına tıklayın ya da {event} tuşuna basın.</translation>
    </message>
    <message>
        <source>Select an event or a quote first, or while an event is chosen the mention that takes part.</source>
        <translation>Önce bir olay ya da alıntı seçin; bir olay seçiliyken ona katılan varlığı da seçebilirsiniz.</translation>
    </message>
    <message>
        <source>Select the words that were said first.</source>
        <translation>Önce söylenen sözcükleri seçin.</translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Yeni proje</translation>
    </message>
    <message>
        <source>Which codebook should the project use? You can change it at any time.</source>
        <translation>Proje hangi kod kitabını kullansın? İstediğiniz zaman değiştirebilirsiniz.</translation>
    </message>
    <message>
        <source>{codebook}, as the open project has it</source>
        <translation>{codebook} (açık projedeki haliyle)</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s): {labels}</source>
        <translation>
            <numerusform>%n etiket: {labels}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event type(s)</source>
        <translation>
            <numerusform>%n olay türü</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Yer seç…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Note on the article</source>
        <translation>Haber notu</translation>
    </message>
    <message>
        <source>Notes on marks</source>
        <translation>İşaretlerin notları</translation>
    </message>
    <message>
        <source>What is to be remembered about this article</source>
        <translation>Bu haberle ilgili hatırlanacaklar</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notlar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>Write a note about it here</source>
        <translation>Notunuzu buraya yazın</translation>
    </message>
    <message>
        <source>Select a mention, an event or a quote to write a note about it.</source>
        <translation>Not yazmak için bir varlık, olay ya da alıntı seçin.</translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list on the left.</source>
        <translation>Açık haber yok. Soldaki listeden bir haber seçin.</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>The same label everywhere</source>
        <translation>Her yerde aynı etiket</translation>
    </message>
    <message>
        <source>Where “{words}” stands:</source>
        <translation>“{words}” şuralarda geçiyor:</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nerede</translation>
    </message>
    <message>
        <source>In this article</source>
        <translation>Bu haberde</translation>
    </message>
    <message>
        <source>In the whole project</source>
        <translation>Bütün projede</translation>
    </message>
    <message>
        <source>Case must match</source>
        <translation>Büyük-küçük harf aynı olsun</translation>
    </message>
    <message>
        <source>Any suffix</source>
        <translation>Ekleriyle</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Geçtiği yerler</translation>
    </message>
    <message>
        <source>Searching the project…</source>
        <translation>Projede aranıyor…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Another mark covers this place, or it was rejected here.</source>
        <translation>Burası başka bir işaretin içinde veya burada daha önce reddedilmiş.</translation>
    </message>
    <message numerus="yes">
        <source>Label %n place(s)</source>
        <translation>
            <numerusform>%n yeri etiketle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OptionalDate</name>
    <message>
        <source>day.month.year</source>
        <translation>gün.ay.yıl</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Yayın tarihi</translation>
    </message>
    <message>
        <source>Choose from the calendar</source>
        <translation>Takvimden seç</translation>
    </message>
    <message>
        <source>“{typed}” is not a day ({form}).</source>
        <translation>“{typed}” bir tarih değil ({form}).</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Komut paleti</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Ne yapmak istediğinizi yazın</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Komutlar</translation>
    </message>
</context>
<context>
    <name>PaletteCommands</name>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>List of articles</source>
        <translation>Haber listesi</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Haber</translation>
    </message>
</context>
<context>
    <name>PastDialog</name>
    <message>
        <source>History of the article</source>
        <translation>Haberin geçmişi</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Adımlar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Ne zaman</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Birlikte</translation>
    </message>
    <message>
        <source>Go back to this state</source>
        <translation>Bu duruma dön</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Suggester</source>
        <translation>Öneri üretici</translation>
    </message>
    <message>
        <source>undo: {step}</source>
        <translation>geri alma: {step}</translation>
    </message>
    <message>
        <source>redo: {step}</source>
        <translation>yineleme: {step}</translation>
    </message>
    <message numerus="yes">
        <source>one step in %n article(s)</source>
        <translation>
            <numerusform>%n haberde tek adım</numerusform>
        </translation>
    </message>
    <message>
        <source>project: {step}</source>
        <translation>projede: {step}</translation>
    </message>
    <message>
        <source>Nothing has been done in this article yet.</source>
        <translation>Bu haberde henüz bir şey yapılmadı.</translation>
    </message>
    <message>
        <source>Then: {accepted} accepted, {open} to decide, {rejected} rejected.</source>
        <translation>O anda: {accepted} kabul edilmiş, {open} karar bekliyor, {rejected} reddedilmiş.</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste article</source>
        <translation>Haber yapıştır</translation>
    </message>
    <message>
        <source>Paste the text of the article here.</source>
        <translation>Haberin metnini buraya yapıştırın.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Metin</translation>
    </message>
    <message>
        <source>The first sentence, if you leave this empty</source>
        <translation>Boş bırakırsanız ilk cümle başlık olur</translation>
    </message>
    <message>
        <source>Recognise</source>
        <translation>Metinden tanınsın</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkçe</translation>
    </message>
    <message>
        <source>English</source>
        <translation>İngilizce</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Başlık</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Yayın tarihi</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Add article</source>
        <translation>Haberi ekle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Where it is mentioned</source>
        <translation>Geçtiği yerler</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… ve %n tane daha.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>My project</source>
        <translation>Projem</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Yeni proje</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Proje aç</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} açılıyor…</translation>
    </message>
    <message>
        <source>Sample project</source>
        <translation>Örnek proje</translation>
    </message>
    <message>
        <source>{name} is open in another window of Dateline. Close it there first.</source>
        <translation>{name} başka bir Dateline penceresinde açık. Önce orada kapatın.</translation>
    </message>
    <message>
        <source>This project can only be read here: the file or its folder is write-protected.</source>
        <translation>Bu proje burada yalnızca okunabilir: dosya ya da klasörü yazmaya karşı korumalı.</translation>
    </message>
    <message>
        <source>Dateline projects</source>
        <translation>Dateline projeleri</translation>
    </message>
    <message>
        <source>This project can only be read: nothing can be added.</source>
        <translation>Bu proje yalnızca okunabilir: bir şey eklenemez.</translation>
    </message>
    <message>
        <source>My articles</source>
        <translation>Haberlerim</translation>
    </message>
</context>
<context>
    <name>ProjectSteps</name>
    <message>
        <source>Undo: {step}</source>
        <translation>Geri al: {step}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Yinele: {step}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Yinele</translation>
    </message>
</context>
<context>
    <name>ProjectWide</name>
    <message numerus="yes">
        <source>Changed in %n article(s).</source>
        <translation>
            <numerusform>%n haberde değiştirildi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changing the articles…</source>
        <translation>Haberler değiştiriliyor…</translation>
    </message>
    <message>
        <source>Left as it was: {step}. Something was done over it since: {other}.</source>
        <translation>Olduğu gibi bırakıldı: {step}. Bundan sonra üzerine başka bir şey yapıldı: {other}. Önce onu geri alın.</translation>
    </message>
    <message>
        <source>Left as it was: {step}. Something was decided since in: {names}.</source>
        <translation>Olduğu gibi bırakıldı: {step}. Bundan sonra şu haberlerde kararlar verildi: {names}.</translation>
    </message>
    <message>
        <source>Taken back: {step}.</source>
        <translation>Geri alındı: {step}.</translation>
    </message>
    <message>
        <source>Repeated: {step}.</source>
        <translation>Yinelendi: {step}.</translation>
    </message>
    <message numerus="yes">
        <source>Taken back in %n article(s).</source>
        <translation>
            <numerusform>%n haberde geri alındı.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Repeated in %n article(s).</source>
        <translation>
            <numerusform>%n haberde yinelendi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left as it was, because something was decided there since: {names}.</source>
        <translation>Şu haberlerde sonradan başka kararlar verildiği için değişiklik yapılmadı: {names}.</translation>
    </message>
    <message>
        <source>Other work is still under way. Try again in a moment.</source>
        <translation>Başka bir işlem sürüyor. Biraz sonra yeniden deneyin.</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>&amp;Billing information:</source>
        <translation>&amp;Fatura bilgisi:</translation>
    </message>
    <message>
        <source>&amp;Start:</source>
        <translation>&amp;Başlangıç:</translation>
    </message>
    <message>
        <source>&amp;End:</source>
        <translation>B&amp;itiş:</translation>
    </message>
    <message>
        <source>Job &amp;priority:</source>
        <translation>İş &amp;önceliği:</translation>
    </message>
    <message>
        <source>Scheduled &amp;printing:</source>
        <translation>&amp;Zamanlanmış yazdırma:</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Konum:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Dosya &amp;türü:</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Konum:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Dosya türü:</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>Sürücü</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Klasör</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Kısayol</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Bilinmiyor</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>Tuşa basın</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Page &amp;order:</source>
        <translation>Sayfa &amp;sırası:</translation>
    </message>
    <message>
        <source>Pages &amp;per sheet:</source>
        <translation>&amp;Yaprak başına sayfa:</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>Automatic</source>
        <translation>Otomatik</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>None</source>
        <translation>Yok</translation>
    </message>
    <message>
        <source>Page &amp;Set:</source>
        <translation>Sayfa &amp;kümesi:</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
</context>
<context>
    <name>QueryOptions</name>
    <message>
        <source>Whole word</source>
        <translation>Tam sözcük</translation>
    </message>
    <message>
        <source>Any suffix</source>
        <translation>Ekleriyle</translation>
    </message>
    <message>
        <source>Unmarked only</source>
        <translation>Yalnız işaretsizler</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Kalıp</translation>
    </message>
    <message>
        <source>The words are a regular expression</source>
        <translation>Yazılan bir düzenli ifadedir</translation>
    </message>
</context>
<context>
    <name>QuotesTab</name>
    <message>
        <source>Quotes</source>
        <translation>Alıntılar</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Konuşan</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Kabul et</translation>
    </message>
    <message>
        <source>Accept the quote and its speaker ({keys} in the list)</source>
        <translation>Alıntıyı ve konuşanını kabul et (listede {keys})</translation>
    </message>
    <message>
        <source>Reject the quote; it is not suggested again ({keys} in the list)</source>
        <translation>Alıntıyı reddet; bir daha önerilmez (listede {keys})</translation>
    </message>
    <message>
        <source>Keep for later, because you are not sure ({keys} in the list)</source>
        <translation>Emin değilseniz sonraya bırakın (listede {keys})</translation>
    </message>
    <message>
        <source>This article has no quotes yet. Press {key} to get suggestions.</source>
        <translation>Bu haberde henüz alıntı yok. Önerileri almak için {key} tuşuna basın.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reddet</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Beklet</translation>
    </message>
</context>
<context>
    <name>RebindDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Tuşları değiştir</translation>
    </message>
    <message>
        <source>Search an action or a key</source>
        <translation>Komut ya da tuş ara</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Komutlar</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Komut</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tuşlar</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Yeni tuş</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Ata</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Tuşu kaldır</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Varsayılana dön</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>Tümünü varsayılana döndür</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>{action} (in the text)</source>
        <translation>{action} (metinde)</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Oradan al</translation>
    </message>
    <message>
        <source>Choose an action, then press the key that it should have.</source>
        <translation>Bir komut seçin, sonra ona vermek istediğiniz tuşa basın.</translation>
    </message>
    <message>
        <source>This key labels with “{label}”. Give that label another key in the codebook first.</source>
        <translation>Bu tuş “{label}” etiketini verir. Önce kod kitabında o etikete başka bir tuş verin.</translation>
    </message>
    <message>
        <source>This key belongs to “{action}”, which would have none.</source>
        <translation>Bu tuş “{action}” komutunun; oradan alınırsa o komut tuşsuz kalır.</translation>
    </message>
    <message>
        <source>This key is free.</source>
        <translation>Bu tuş boşta.</translation>
    </message>
</context>
<context>
    <name>RegistryCommands</name>
    <message>
        <source>Open a project first.</source>
        <translation>Önce bir proje açın.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Select a mention first, or an entity in the list of entities.</source>
        <translation>Önce metinde ya da varlık listesinde bir varlık seçin.</translation>
    </message>
    <message>
        <source>Dates and amounts have a value and are no entities.</source>
        <translation>Tarihler ve tutarlar varlık değildir; onların değeri olur.</translation>
    </message>
    <message>
        <source>Which entity is “{name}”?</source>
        <translation>“{name}” hangi varlık?</translation>
    </message>
    <message>
        <source>new entity</source>
        <translation>yeni varlık</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>aynı ad</translation>
    </message>
    <message>
        <source>another of its names</source>
        <translation>diğer adlarından biri</translation>
    </message>
    <message>
        <source>same surname</source>
        <translation>aynı soyadı</translation>
    </message>
    <message>
        <source>initials</source>
        <translation>baş harfleri</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>benzer ad</translation>
    </message>
</context>
<context>
    <name>RegistryDialog</name>
    <message>
        <source>Entity registry</source>
        <translation>Varlık kaydı</translation>
    </message>
    <message>
        <source>Find an entity</source>
        <translation>Varlık ara</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Varlıklar</translation>
    </message>
    <message>
        <source>Where it is mentioned</source>
        <translation>Geçtiği yerler</translation>
    </message>
    <message>
        <source>Merge into another…</source>
        <translation>Başka bir varlıkla birleştir…</translation>
    </message>
    <message>
        <source>The other entity gets this one’s names and mentions</source>
        <translation>Bu varlığın adları ve geçtiği yerler öteki varlığa aktarılır</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Reading the entities…</source>
        <translation>Varlıklar okunuyor…</translation>
    </message>
    <message numerus="yes">
        <source>Entities: %n</source>
        <translation>
            <numerusform>Varlık: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <source>Label: type its name or key</source>
        <translation>Etiket: adını ya da tuşunu yazın</translation>
    </message>
    <message>
        <source>There already is “{name}” with the label {label}. Are both the same? Merged, every mention is one of it, and it also gets the other names; one undo takes that back.</source>
        <translation>“{name}” adlı, {label} etiketli bir varlık zaten var. İkisi aynı mı? Birleştirilirse geçtikleri her yer onun olur, diğer adlar da ona aktarılır. Tek bir geri almayla eski durumuna döner.</translation>
    </message>
    <message>
        <source>Leave them apart</source>
        <translation>Ayrı kalsınlar</translation>
    </message>
    <message>
        <source>Merge “{name}” into which entity?</source>
        <translation>“{name}” hangi varlıkla birleştirilsin?</translation>
    </message>
    <message>
        <source>Other work is still under way. Try again in a moment; what is written here stays.</source>
        <translation>Başka bir işlem sürüyor. Biraz sonra yeniden deneyin; burada yazdıklarınız durur.</translation>
    </message>
    <message>
        <source>What is written of “{name}” could not be saved. {why}</source>
        <translation>“{name}” için yazdıklarınız kaydedilemedi. {why}</translation>
    </message>
    <message>
        <source>Close without it</source>
        <translation>Kaydetmeden kapat</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Kal</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Birleştir</translation>
    </message>
    <message>
        <source>Every mention of “{gone}” in the project becomes one of “{kept}”, which also gets its other names. One undo takes that back.</source>
        <translation>Projede “{gone}” olarak geçen her yer “{kept}” olacak; diğer adları da ona aktarılacak. Tek bir geri almayla eski durumuna döner.</translation>
    </message>
    <message>
        <source>They have different labels. Which one do both get?</source>
        <translation>Etiketleri farklı. İkisi hangisini alsın?</translation>
    </message>
    <message>
        <source>Merge as {label}</source>
        <translation>{label} olarak birleştir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>RegistryModel</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiket</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Ülke</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Haberler</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Geçtiği yer</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Quote</source>
        <translation>Alıntı</translation>
    </message>
    <message>
        <source>Who said it?</source>
        <translation>Kim söyledi?</translation>
    </message>
</context>
<context>
    <name>ReviewCommands</name>
    <message>
        <source>Order of the suggestions: type its number</source>
        <translation>Önerilerin sırası: numarasını yazın</translation>
    </message>
    <message>
        <source>Accept which: type its number</source>
        <translation>Hangileri kabul edilsin: numarasını yazın</translation>
    </message>
    <message>
        <source>Of this label</source>
        <translation>Bu etiketli olanlar</translation>
    </message>
    <message>
        <source>Of this name</source>
        <translation>Bu adlı olanlar</translation>
    </message>
    <message>
        <source>Of this type</source>
        <translation>Bu türden olanlar</translation>
    </message>
    <message>
        <source>From this source</source>
        <translation>Bu kaynaktan gelenler</translation>
    </message>
    <message>
        <source>At least as certain</source>
        <translation>En az bu kadar kesin olanlar</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n öneri</numerusform>
        </translation>
    </message>
    <message>
        <source>Select words first: drag over them, or put the caret on one.</source>
        <translation>Önce sözcük seçin: üzerinden sürükleyin ya da imleci birinin üzerine getirin.</translation>
    </message>
    <message>
        <source>Label: type its name or key</source>
        <translation>Etiket: adını ya da tuşunu yazın</translation>
    </message>
    <message>
        <source>Select the word that names the event first.</source>
        <translation>Önce olayı adlandıran sözcüğü seçin.</translation>
    </message>
    <message>
        <source>Event type: type its letters or name</source>
        <translation>Olay türü: harflerini ya da adını yazın</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Suggestions</source>
        <translation>Öneriler</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Varlıklar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Alıntılar</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notlar</translation>
    </message>
    <message>
        <source>Parts of the review</source>
        <translation>İnceleme bölümleri</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Konuşan</translation>
    </message>
    <message>
        <source>{role} of “{event}”: now click a mention in the text.</source>
        <translation>“{event}” – {role}: şimdi metinde bir varlığa tıklayın.</translation>
    </message>
</context>
<context>
    <name>RoleCommands</name>
    <message>
        <source>Reality of the event: type its letter</source>
        <translation>Olayın gerçekliği: harfini yazın</translation>
    </message>
    <message>
        <source>Events of this type have no modes.</source>
        <translation>Bu türden olayların biçimi olmaz.</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>belirtilmemiş</translation>
    </message>
    <message>
        <source>Mode of the event: type its number or name</source>
        <translation>Olayın biçimi: numarasını ya da adını yazın</translation>
    </message>
    <message>
        <source>Role in the event: type its letter</source>
        <translation>Olaydaki rolü: harfini yazın</translation>
    </message>
    <message>
        <source>Take out of the event</source>
        <translation>Olaydan çıkarır</translation>
    </message>
    <message>
        <source>Role to fill: type its letter; number: take that one out</source>
        <translation>Eklenecek rolün harfini, çıkarılacak olanın numarasını yazın</translation>
    </message>
    <message>
        <source>Mark the words that take part in the event first.</source>
        <translation>Önce olaya katılanı metinde işaretleyin.</translation>
    </message>
    <message>
        <source>Who or what: type its number or name; a ticked one is taken away</source>
        <translation>Kim ya da ne: numarasını ya da adını yazın; işaretli olan çıkarılır</translation>
    </message>
    <message>
        <source>Mark the words that name the speaker first.</source>
        <translation>Önce konuşanı metinde işaretleyin.</translation>
    </message>
    <message>
        <source>Who said it: type its number or name; a ticked one is taken away</source>
        <translation>Kim söyledi: numarasını ya da adını yazın; işaretli olan çıkarılır</translation>
    </message>
</context>
<context>
    <name>RoleSlot</name>
    <message>
        <source>Click a mention in the text…</source>
        <translation>Metinde bir varlığa tıklayın…</translation>
    </message>
    <message>
        <source>+ required</source>
        <translation>+ gerekli</translation>
    </message>
    <message>
        <source>{role}: {name}</source>
        <translation>{role}: {name}</translation>
    </message>
    <message>
        <source>Fill: {role}</source>
        <translation>Doldur: {role}</translation>
    </message>
    <message>
        <source>{role}: click a mention in the text, Esc cancels</source>
        <translation>{role}: metinde bir varlığa tıklayın, vazgeçmek için Esc</translation>
    </message>
    <message>
        <source>Esc cancels</source>
        <translation>Vazgeçmek için Esc</translation>
    </message>
    <message>
        <source>Click here, then click a mention in the text; or drag the mention here</source>
        <translation>Önce buraya, sonra metinde bir varlığa tıklayın; ya da varlığı buraya sürükleyin</translation>
    </message>
</context>
<context>
    <name>SavingCommands</name>
    <message numerus="yes">
        <source>%n step(s) could not be saved yet. If you close now they are lost.</source>
        <translation>
            <numerusform>%n adım henüz kaydedilemedi. Şimdi kapatırsanız yitirilir.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Kaydetmeden kapat</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Kal</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Kaydedilmedi</translation>
    </message>
    <message>
        <source>Nothing is lost while the window is open.</source>
        <translation>Pencere açık kaldıkça hiçbir şey yitirilmez.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>This project can only be read: nothing is changed in it.</source>
        <translation>Bu proje yalnızca okunabilir: içinde hiçbir şey değişmiyor.</translation>
    </message>
    <message>
        <source>Everything is saved. Dateline saves every step at once.</source>
        <translation>Her şey kayıtlı. Dateline her adımı anında kaydeder.</translation>
    </message>
</context>
<context>
    <name>SearchCommands</name>
    <message>
        <source>Open a project first.</source>
        <translation>Önce bir proje açın.</translation>
    </message>
    <message>
        <source>This is not a pattern yet: {words}</source>
        <translation>Bu, geçerli bir kalıp değil: {words}</translation>
    </message>
    <message numerus="yes">
        <source>Label for %n place(s): type its name or key</source>
        <translation>
            <numerusform>%n yer için etiket: adını veya tuşunu yazın</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were left out: half a word, inside another mark, or rejected there.</source>
        <translation>
            <numerusform>%n yer atlandı: sözcüğün yalnız bir parçası, başka bir işaretin içinde veya daha önce reddedilmiş.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n satır kopyalandı.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln eşleşme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %Ln article(s)</source>
        <translation>
            <numerusform>%Ln haberde</numerusform>
        </translation>
    </message>
    <message>
        <source>{hits} {articles}</source>
        <translation>{hits}, {articles}</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>yarıda kesildi</translation>
    </message>
    <message numerus="yes">
        <source>%Ln article(s) searched…</source>
        <translation>
            <numerusform>%Ln haber tarandı…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %Ln are shown</source>
        <translation>
            <numerusform>ilk %Ln eşleşme gösteriliyor</numerusform>
        </translation>
    </message>
    <message>
        <source>the project has changed since</source>
        <translation>proje o zamandan beri değişti</translation>
    </message>
    <message numerus="yes">
        <source>Label %n ticked…</source>
        <translation>
            <numerusform>Seçilen %n yeri etiketle…</numerusform>
        </translation>
    </message>
    <message>
        <source>Label the ticked…</source>
        <translation>Seçilenleri etiketle…</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>Projede ara</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Bütün haberler</translation>
    </message>
    <message>
        <source>In which articles</source>
        <translation>Hangi haberlerde</translation>
    </message>
    <message>
        <source>Close ({key})</source>
        <translation>Kapat ({key})</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Eşleşmeler</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tümünü seç</translation>
    </message>
    <message>
        <source>Searching the project…</source>
        <translation>Projede aranıyor…</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>Tablo olarak kopyala</translation>
    </message>
    <message>
        <source>The ticked hits, or all that are shown, as rows that Excel takes</source>
        <translation>Seçilen eşleşmeleri, seçim yoksa gösterilenlerin hepsini, Excel’e yapıştırılacak satırlar olarak kopyalar</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Yeniden ara</translation>
    </message>
    <message>
        <source>The project has changed since these hits were found</source>
        <translation>Bu geçişler bulunduktan sonra proje değişti</translation>
    </message>
    <message>
        <source>Save to Excel…</source>
        <translation>Excel’e kaydet…</translation>
    </message>
    <message>
        <source>The ticked hits, or every hit there is, as a workbook</source>
        <translation>Seçilen eşleşmeleri, seçim yoksa bütün eşleşmeleri bir Excel dosyasına yazar</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>underlined: event</source>
        <translation>altı çizili: olay</translation>
    </message>
    <message>
        <source>? not decided yet</source>
        <translation>? henüz karar verilmedi</translation>
    </message>
</context>
<context>
    <name>SheetCommands</name>
    <message>
        <source>Save as PDF</source>
        <translation>PDF olarak kaydet</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Resim olarak kaydet</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Yazıldı: {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied.</source>
        <translation>
            <numerusform>%n satır kopyalandı.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Source of suggestions</source>
        <translation>Öneri kaynağı</translation>
    </message>
    <message>
        <source>Dateline alone</source>
        <translation>Yalnızca Dateline</translation>
    </message>
    <message>
        <source>Dateline, and a spaCy pipeline of your own</source>
        <translation>Dateline ve kendi spaCy modelim</translation>
    </message>
    <message>
        <source>Names from your spaCy pipeline only;
dates, amounts, events and quotes from Dateline</source>
        <translation>Adlar yalnız kendi spaCy modelimden;
tarih, tutar, olay ve alıntılar Dateline’dan</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Name of an installed package, or a folder</source>
        <translation>Yüklü bir paketin adı ya da bir klasör</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Klasör…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Denetle</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Kullan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Denetleniyor…</translation>
    </message>
    <message>
        <source>Folder of a spaCy pipeline</source>
        <translation>spaCy modelinin klasörü</translation>
    </message>
    <message>
        <source>No spaCy pipeline is installed beside Dateline. Choose the folder of one.</source>
        <translation>Dateline’ın yanında yüklü bir spaCy modeli yok. Bir model klasörü seçin.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>belirtilmemiş</translation>
    </message>
    <message>
        <source>Language: {0}</source>
        <translation>Dil: {0}</translation>
    </message>
    <message>
        <source>Licence: {0}</source>
        <translation>Lisans: {0}</translation>
    </message>
    <message>
        <source>Author: {0}</source>
        <translation>Hazırlayan: {0}</translation>
    </message>
    <message>
        <source>Made for spaCy {0}</source>
        <translation>spaCy {0} için yapılmış</translation>
    </message>
    <message>
        <source>Components: {0}</source>
        <translation>Bileşenler: {0}</translation>
    </message>
    <message>
        <source>Labels used: {0}</source>
        <translation>Kullanılan etiketler: {0}</translation>
    </message>
    <message>
        <source>Labels left aside: {0}</source>
        <translation>Kullanılmayan etiketler: {0}</translation>
    </message>
    <message>
        <source>Place: {0}</source>
        <translation>Yeri: {0}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>No article is open</source>
        <translation>Açık haber yok</translation>
    </message>
    <message>
        <source>Choose an article on the left, or add one: drop text files here, open them, or paste a text.</source>
        <translation>Soldan bir haber seçin ya da yenisini ekleyin: metin dosyası bırakın, dosya açın ya da metin yapıştırın.</translation>
    </message>
    <message>
        <source>Dateline suggests who did what to whom, when and where in a news article. You correct the suggestions and take the result to Excel.</source>
        <translation>Dateline bir haberde kimin, kime, ne zaman, nerede, ne yaptığını önerir. Siz önerileri düzeltir, sonucu Excel’e aktarırsınız.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Son projeler</translation>
    </message>
    <message>
        <source>This project has no articles yet</source>
        <translation>Bu projede henüz haber yok</translation>
    </message>
    <message>
        <source>Add the first one: drop text files here, open them, or paste a text.</source>
        <translation>İlk haberi ekleyin: metin dosyasını buraya bırakın, dosya açın ya da metin yapıştırın.</translation>
    </message>
    <message>
        <source>{name} (not found: click to remove)</source>
        <translation>{name} (bulunamadı: kaldırmak için tıklayın)</translation>
    </message>
</context>
<context>
    <name>SuggestCommands</name>
    <message>
        <source>Making suggestions…</source>
        <translation>Öneriler üretiliyor…</translation>
    </message>
    <message>
        <source>The source of suggestions was changed for this project.</source>
        <translation>Bu projenin öneri kaynağı değiştirildi.</translation>
    </message>
    <message>
        <source>Make suggestions</source>
        <translation>Öneri üret</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) to decide. {next} goes to the next one, {accept} accepts it.</source>
        <translation>
            <numerusform>Karar bekleyen %n öneri var. {next} sonrakine gider, {accept} kabul eder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionsTab</name>
    <message>
        <source>Progress of the review</source>
        <translation>İncelemenin ilerleyişi</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Öneriler</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Sıralama</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Kabul et</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reddet</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Beklet</translation>
    </message>
    <message>
        <source>Accept the selected suggestions ({keys})</source>
        <translation>Seçili önerileri kabul et ({keys})</translation>
    </message>
    <message>
        <source>Reject the selected suggestions ({keys})</source>
        <translation>Seçili önerileri reddet ({keys})</translation>
    </message>
    <message>
        <source>Keep for later, because you are not sure ({keys})</source>
        <translation>Emin değilseniz sonraya bırakın ({keys})</translation>
    </message>
    <message>
        <source>Accept everything that the list shows now; one undo takes it back</source>
        <translation>Listede şu anda görünen her şeyi kabul eder; tek bir geri alma hepsini geri getirir</translation>
    </message>
    <message>
        <source>{done} of {total} decided</source>
        <translation>Karar verilen: {done} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>Accept all %n shown</source>
        <translation>
            <numerusform>Görünen %n önerinin tümünü kabul et</numerusform>
        </translation>
    </message>
    <message>
        <source>No article is open. Choose one in the list on the left.</source>
        <translation>Açık haber yok. Soldaki listeden bir haber seçin.</translation>
    </message>
    <message>
        <source>This article has no suggestions yet. Press {key} to get them.</source>
        <translation>Bu haberde henüz öneri yok. Önerileri almak için {key} tuşuna basın.</translation>
    </message>
    <message>
        <source>Everything is decided. Press {key} to finish this article and open the next one.</source>
        <translation>Bütün öneriler için karar verildi. Bu haberi bitirip sonrakini açmak için {key} tuşuna basın.</translation>
    </message>
    <message>
        <source>Nothing of this kind is waiting. Choose “All waiting” above to see the rest.</source>
        <translation>Bu türden bekleyen öneri yok. Ötekileri görmek için yukarıdan “Bekleyenler”i seçin.</translation>
    </message>
    <message>
        <source>All waiting</source>
        <translation>Bekleyenler</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Varlıklar</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Olaylar</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Alıntılar</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Bekletilenler</translation>
    </message>
</context>
<context>
    <name>Tab</name>
    <message>
        <source>Suggestions are being prepared. After the start this takes a little longer; you can read meanwhile.</source>
        <translation>Öneriler hazırlanıyor. Program yeni açıldıysa bu biraz daha uzun sürer; bu sırada haberi okuyabilirsiniz.</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Skip</source>
        <translation>Atla</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Bitir</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>İleri</translation>
    </message>
</context>
<context>
    <name>TourCommands</name>
    <message>
        <source>The article, with suggestions</source>
        <translation>Haber ve öneriler</translation>
    </message>
    <message>
        <source>Outlined words are suggestions, filled ones are accepted. Underlined words are events. Select words with the mouse and press a digit to label them yourself; {palette} finds every command.</source>
        <translation>Çerçeveli sözcükler öneri, dolgulu olanlar kabul edilmiş; altı çizili olanlar olaydır. Kendiniz etiketlemek için sözcükleri fareyle seçip bir rakama basın. Her komutu {palette} ile bulabilirsiniz.</translation>
    </message>
    <message>
        <source>You decide</source>
        <translation>Karar sizin</translation>
    </message>
    <message>
        <source>{next} goes to the next suggestion, {accept} accepts it, {reject} rejects it, {flag} keeps it for later. {undo} takes any step back, also tomorrow. Everything is saved at once.</source>
        <translation>{next} sonraki öneriye gider, {accept} kabul eder, {reject} reddeder, {flag} sonraya bırakır. {undo} her adımı geri alır, yarın bile. Her şey anında kaydedilir.</translation>
    </message>
    <message>
        <source>On to the next, and to Excel</source>
        <translation>Sıradaki haber ve Excel</translation>
    </message>
    <message>
        <source>{done} finishes the article and opens the next one of this list. Drop your own articles here, and take the result to Excel with {excel}. All keys are shown by {keys}.</source>
        <translation>{done} haberi bitirir ve bu listeden sonrakini açar. Kendi haberlerinizi buraya bırakın; sonucu {excel} ile Excel’e alın. Bütün tuşları {keys} gösterir.</translation>
    </message>
</context>
<context>
    <name>TypefaceDialog</name>
    <message>
        <source>Typeface</source>
        <translation>Yazı tipi</translation>
    </message>
    <message>
        <source>Typeface of the article</source>
        <translation>Haberin yazı tipi</translation>
    </message>
    <message>
        <source>Dateline’s own (Inter)</source>
        <translation>Dateline’ın kendi yazı tipi (Inter)</translation>
    </message>
    <message>
        <source>With serifs ({family})</source>
        <translation>Tırnaklı ({family})</translation>
    </message>
    <message>
        <source>Without serifs ({family})</source>
        <translation>Tırnaksız ({family})</translation>
    </message>
    <message>
        <source>All letters equally wide ({family})</source>
        <translation>Eş aralıklı ({family})</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Başka bir yazı tipi</translation>
    </message>
    <message>
        <source>Installed typefaces</source>
        <translation>Yüklü yazı tipleri</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Satır aralığı</translation>
    </message>
    <message>
        <source>Tight (without labels in the text)</source>
        <translation>Dar (metinde etiketler gizliyken)</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Geniş</translation>
    </message>
    <message>
        <source>Very wide</source>
        <translation>Çok geniş</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>Varsayılana dön</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>ValuePopup</name>
    <message>
        <source>year-month-day</source>
        <translation>yıl-ay-gün</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Other readings</source>
        <translation>Öteki okumalar</translation>
    </message>
    <message>
        <source>Not a date yet. Examples: 2026-03-15, 2026-W11, 2026-03, 2026</source>
        <translation>Bu henüz bir tarih değil. Örnekler: 2026-03-15, 2026-W11, 2026-03, 2026</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Değer yok</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>New</source>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>Suggestions waiting</source>
        <translation>Öneriler bekliyor</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>İnceleniyor</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Bekletildi</translation>
    </message>
    <message>
        <source>has a note</source>
        <translation>notu var</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>önerildi</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>kabul edildi</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>reddedildi</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>bekletildi</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>kural</translation>
    </message>
    <message>
        <source>word list</source>
        <translation>sözcük listesi</translation>
    </message>
    <message>
        <source>trained model</source>
        <translation>eğitilmiş model</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>bellek</translation>
    </message>
    <message>
        <source>analyst</source>
        <translation>analist</translation>
    </message>
    <message>
        <source>In text order</source>
        <translation>Metin sırasıyla</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Etikete göre</translation>
    </message>
    <message>
        <source>Least certain first</source>
        <translation>Önce en az kesin olan</translation>
    </message>
    <message>
        <source>As one reads</source>
        <translation>Okuma sırası</translation>
    </message>
    <message>
        <source>All of one label, then all of the next</source>
        <translation>Önce bir etiketin tümü, sonra sıradakinin</translation>
    </message>
    <message>
        <source>Doubtful ones first; those without a score at the end</source>
        <translation>Kuşkulular önce; puanı olmayanlar en sonda</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>%{number}</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>kabul</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ret</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>beklet</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>yeniden aç</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>işaretle</translation>
    </message>
    <message>
        <source>change label</source>
        <translation>etiket değiştir</translation>
    </message>
    <message>
        <source>move boundary</source>
        <translation>sınır taşı</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>sil</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>düzenle</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rol</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>konuşan</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>ad değiştir</translation>
    </message>
    <message>
        <source>link to an entity</source>
        <translation>varlığa bağla</translation>
    </message>
    <message>
        <source>date</source>
        <translation>tarih</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>biçim</translation>
    </message>
    <message>
        <source>reality</source>
        <translation>gerçeklik</translation>
    </message>
    <message>
        <source>go back</source>
        <translation>geri dön</translation>
    </message>
    <message>
        <source>suggest</source>
        <translation>öneri üretme</translation>
    </message>
    <message>
        <source>value</source>
        <translation>değer</translation>
    </message>
    <message>
        <source>label everywhere</source>
        <translation>her yerde etiketle</translation>
    </message>
    <message>
        <source>change of codebook</source>
        <translation>kod kitabı değişikliği</translation>
    </message>
    <message>
        <source>note</source>
        <translation>not</translation>
    </message>
    <message>
        <source>entity details</source>
        <translation>varlık bilgileri</translation>
    </message>
    <message>
        <source>merge entities</source>
        <translation>varlıkları birleştirme</translation>
    </message>
    <message>
        <source>additions to the codebook</source>
        <translation>kod kitabına ekleme</translation>
    </message>
    <message>
        <source>one suggestion</source>
        <translation>1 öneri</translation>
    </message>
    <message>
        <source>%n suggestions</source>
        <translation>%n öneri</translation>
    </message>
    <message>
        <source>one record</source>
        <translation>1 kayıt</translation>
    </message>
    <message>
        <source>%n records</source>
        <translation>%n kayıt</translation>
    </message>
</context>
<context>
    <name>WordsField</name>
    <message>
        <source>Turkish</source>
        <translation>Türkçe</translation>
    </message>
    <message>
        <source>English</source>
        <translation>İngilizce</translation>
    </message>
</context>
<context>
    <name>Working</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
</TS>
