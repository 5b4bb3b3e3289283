package matter

import (
	"strings"

	"storybind/internal/book"
)

// A wording is what the added pages say in one language.
type wording struct {
	untitled, by, and         string // by ends in a space where the language writes one
	contents, notes, about    string
	title, source, encoding   string
	words, chapters, setAside string
	made, fromFile            string
}

// wordings by BCP 47 primary language; English serves every other language.
var wordings = map[string]wording{
	"en": {book.Untitled, "by ", " and ", "Contents", "Notes", "About this book", "Title", "Story", "Read as", "Words", "Chapters", "Left out", "Made by", "from the file’s name"},
	"de": {"Geschichte ohne Titel", "von ", " und ", "Inhalt", "Anmerkungen", "Über dieses Buch", "Titel", "Quelle", "Gelesen als", "Wörter", "Kapitel", "Weggelassen", "Gesetzt mit", "nach dem Dateinamen"},
	"fr": {"Récit sans titre", "", " et ", "Table des matières", "Notes", "À propos de ce livre", "Titre", "Source", "Lu en", "Mots", "Chapitres", "Mis de côté", "Composé avec", "d’après le nom du fichier"},
	"es": {"Relato sin título", "", " y ", "Índice", "Notas", "Sobre este libro", "Título", "Fuente", "Leído como", "Palabras", "Capítulos", "Apartado", "Hecho con", "según el nombre del archivo"},
	"pt": {"História sem título", "", " e ", "Sumário", "Notas", "Sobre este livro", "Título", "Fonte", "Lido como", "Palavras", "Capítulos", "Posto de lado", "Feito com", "conforme o nome do ficheiro"},
	"it": {"Racconto senza titolo", "di ", " e ", "Indice", "Note", "Su questo libro", "Titolo", "Fonte", "Letto come", "Parole", "Capitoli", "Messo da parte", "Composto con", "dal nome del file"},
	"nl": {"Verhaal zonder titel", "door ", " en ", "Inhoud", "Aantekeningen", "Over dit boek", "Titel", "Bron", "Gelezen als", "Woorden", "Hoofdstukken", "Weggelaten", "Gemaakt met", "naar de bestandsnaam"},
	"sv": {"Berättelse utan titel", "av ", " och ", "Innehåll", "Anmärkningar", "Om denna bok", "Titel", "Källa", "Läst som", "Ord", "Kapitel", "Utelämnat", "Gjord med", "efter filnamnet"},
	"ru": {"Рассказ без названия", "", " и ", "Содержание", "Примечания", "Об этой книге", "Название", "Источник", "Прочитано как", "Слов", "Глав", "Опущено", "Сделано в", "по имени файла"},
	"pl": {"Opowiadanie bez tytułu", "", " i ", "Spis treści", "Uwagi", "O tej książce", "Tytuł", "Źródło", "Odczytano jako", "Słowa", "Rozdziały", "Pominięto", "Wykonano w", "z nazwy pliku"},
	"zh": {"无题", "", "、", "目录", "说明", "关于本书", "书名", "来源", "编码", "字数", "章数", "略去", "制作", "取自文件名"},
	"ja": {"無題", "", "、", "目次", "覚え書き", "この本について", "題名", "原文", "文字コード", "語数", "章数", "除いたもの", "作成", "ファイル名から"},
	"ko": {"제목 없음", "", ", ", "차례", "주", "이 책에 대하여", "제목", "원문", "문자 인코딩", "낱말", "장", "뺀 것", "만든 프로그램", "파일 이름에서"},
	"uk": {"Оповідання без назви", "", " і ", "Зміст", "Примітки", "Про цю книгу", "Назва", "Джерело", "Прочитано як", "Слів", "Розділів", "Пропущено", "Зроблено в", "за назвою файлу"},
	"bg": {"Разказ без заглавие", "от ", " и ", "Съдържание", "Бележки", "За тази книга", "Заглавие", "Източник", "Прочетено като", "Думи", "Глави", "Пропуснато", "Направено с", "по името на файла"},
	"cs": {"Povídka bez názvu", "", " a ", "Obsah", "Poznámky", "O této knize", "Název", "Zdroj", "Čteno jako", "Slova", "Kapitoly", "Vynecháno", "Vytvořeno v", "podle názvu souboru"},
	"sk": {"Poviedka bez názvu", "", " a ", "Obsah", "Poznámky", "O tejto knihe", "Názov", "Zdroj", "Čítané ako", "Slová", "Kapitoly", "Vynechané", "Vytvorené v", "podľa názvu súboru"},
	"hr": {"Priča bez naslova", "", " i ", "Sadržaj", "Napomene", "O ovoj knjizi", "Naslov", "Izvor", "Pročitano kao", "Riječi", "Poglavlja", "Izostavljeno", "Izrađeno pomoću", "prema nazivu datoteke"},
	"hu": {"Cím nélküli történet", "", " és ", "Tartalom", "Jegyzetek", "Erről a könyvről", "Cím", "Forrás", "Kódolás", "Szavak", "Fejezetek", "Kihagyva", "Készült ezzel", "a fájl neve szerint"},
	"tr": {"Adsız öykü", "", " ve ", "İçindekiler", "Notlar", "Bu kitap hakkında", "Başlık", "Kaynak", "Kodlama", "Sözcük", "Bölüm", "Dışarıda bırakılan", "Hazırlayan", "dosya adından"},
	"el": {"Ιστορία χωρίς τίτλο", "", " και ", "Περιεχόμενα", "Σημειώσεις", "Για αυτό το βιβλίο", "Τίτλος", "Πηγή", "Κωδικοποίηση", "Λέξεις", "Κεφάλαια", "Παραλείφθηκαν", "Φτιάχτηκε με", "από το όνομα του αρχείου"},
	"ro": {"Povestire fără titlu", "de ", " și ", "Cuprins", "Note", "Despre această carte", "Titlu", "Sursă", "Citit ca", "Cuvinte", "Capitole", "Lăsat deoparte", "Făcut cu", "după numele fișierului"},
	"ca": {"Relat sense títol", "de ", " i ", "Índex", "Notes", "Sobre aquest llibre", "Títol", "Font", "Llegit com", "Paraules", "Capítols", "Deixat de banda", "Fet amb", "segons el nom del fitxer"},
	"da": {"Fortælling uden titel", "af ", " og ", "Indhold", "Noter", "Om denne bog", "Titel", "Kilde", "Læst som", "Ord", "Kapitler", "Udeladt", "Lavet med", "efter filnavnet"},
	"nb": {"Fortelling uten tittel", "av ", " og ", "Innhold", "Merknader", "Om denne boka", "Tittel", "Kilde", "Lest som", "Ord", "Kapitler", "Utelatt", "Laget med", "etter filnavnet"},
	"nn": {"Forteljing utan tittel", "av ", " og ", "Innhald", "Merknader", "Om denne boka", "Tittel", "Kjelde", "Lesen som", "Ord", "Kapittel", "Utelate", "Laga med", "etter filnamnet"},
	"fi": {"Nimetön kertomus", "", " ja ", "Sisällys", "Huomautukset", "Tietoja tästä kirjasta", "Nimi", "Lähde", "Merkistö", "Sanoja", "Lukuja", "Jätetty pois", "Tehty ohjelmalla", "tiedoston nimestä"},
	"vi": {"Truyện không tên", "", " và ", "Mục lục", "Ghi chú", "Về cuốn sách này", "Nhan đề", "Nguồn", "Bảng mã", "Số từ", "Số chương", "Bỏ ra", "Làm bằng", "theo tên tệp"},
	"id": {"Cerita tanpa judul", "oleh ", " dan ", "Daftar Isi", "Catatan", "Tentang buku ini", "Judul", "Sumber", "Dibaca sebagai", "Kata", "Bab", "Dikeluarkan", "Dibuat dengan", "dari nama berkas"},
	"he": {"סיפור ללא שם", "מאת ", " ו", "תוכן העניינים", "הערות", "על הספר הזה", "כותרת", "מקור", "קידוד", "מילים", "פרקים", "הושמט", "נעשה בעזרת", "לפי שם הקובץ"},
	"ar": {"قصة بلا عنوان", "بقلم ", " و", "المحتويات", "ملاحظات", "عن هذا الكتاب", "العنوان", "المصدر", "الترميز", "الكلمات", "الفصول", "ما لم يدرج", "أعد بواسطة", "من اسم الملف"},
	"fa": {"داستان بی\u200cنام", "نوشتهٔ ", " و ", "فهرست", "یادداشت\u200cها", "دربارهٔ این کتاب", "عنوان", "منبع", "کدگذاری", "واژه\u200cها", "فصل\u200cها", "کنار گذاشته", "ساخته با", "از نام پرونده"},
	"hi": {"बिना शीर्षक की कहानी", "", " और ", "विषय सूची", "टिप्पणियाँ", "इस पुस्तक के बारे में", "शीर्षक", "स्रोत", "कूट", "शब्द", "अध्याय", "छोड़ा गया", "निर्माण", "फ़ाइल के नाम से"},
	"th": {"เรื่องไม่มีชื่อ", "โดย ", " และ ", "สารบัญ", "หมายเหตุ", "เกี่ยวกับหนังสือเล่มนี้", "ชื่อเรื่อง", "ต้นฉบับ", "รหัสอักขระ", "จำนวนคำ", "จำนวนบท", "ที่เว้นไว้", "จัดทำด้วย", "จากชื่อไฟล์"},
}

func wordingOf(language string) wording {
	primary, _, _ := strings.Cut(language, "-")
	if primary == "no" { // Norwegian that does not say which is Bokmål
		primary = "nb"
	}
	if w, ok := wordings[primary]; ok {
		return w
	}
	return wordings["en"]
}

// list joins names as a sentence would: "A", "A and B", "A, B and C".
func (w wording) list(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + w.and + names[last]
}
