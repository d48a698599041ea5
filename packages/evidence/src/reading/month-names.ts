/** Names of the months in the languages that texts are read in, in the case in which a date has them. */
export const MONTHS: readonly (readonly string[])[] = [
  'january jan januar jänner janvier enero gennaio janeiro januari января січня януари јануара siječnja januarja stycznia ledna januára január tammikuuta jaanuar janvāris sausio ocak ianuarie ιανουαρίου ιαν janar يناير ژانویه ינואר जनवरी มกราคม januarja',
  'february feb februar février févr febrero febbraio fevereiro februari февраля лютого февруари фебруара veljače februarja lutego února februára február helmikuuta veebruar februāris vasario şubat februarie φεβρουαρίου φεβ shkurt فبراير فوریه פברואר फ़रवरी फरवरी กุมภาพันธ์ pebruari',
  'march mar märz mars marzo março maart marec marts marca марта березня март ožujka marca března március maaliskuuta märts marts kovo mart martie μαρτίου μαρ مارس מרץ मार्च มีนาคม maret',
  'april apr avril avr abril aprile апреля квітня април априла travnja aprila kwietnia dubna apríla április huhtikuuta aprill aprīlis balandžio nisan aprilie απριλίου απρ prill أبريل ابريل آوریل אפריל अप्रैल เมษายน',
  'may mai mayo maggio maio mei maj мая травня май маја svibnja maja května mája május toukokuuta maijs gegužės mayıs μαΐου مايو مه מאי मई พฤษภาคม',
  'june jun juni juin junio giugno junho июня червня юни јуна lipnja junija czerwca června júna június kesäkuuta juuni jūnijs birželio haziran iunie ιουνίου qershor يونيو ژوئن יוני जून มิถุนายน',
  'july jul juli juillet juil julio luglio julho июля липня юли јула srpnja julija lipca července júla július heinäkuuta juuli jūlijs liepos temmuz iulie ιουλίου korrik يوليو ژوئیه יולי जुलाई กรกฎาคม',
  'august aug août agosto augustus augusti августа серпня август kolovoza avgusta sierpnia srpna augusta augusztus elokuuta augusts rugpjūčio ağustos αυγούστου αυγ gusht أغسطس اوت אוגוסט अगस्त สิงหาคม agustus',
  'september sep sept septembre septiembre settembre setembro сентября вересня септември септембра rujna septembra września září szeptember syyskuuta septembris rugsėjo eylül septembrie σεπτεμβρίου σεπ shtator سبتمبر سپتامبر ספטמבר सितंबर सितम्बर กันยายน',
  'october oct oktober okt octobre octubre ottobre outubro октября жовтня октомври октобра oktobra października října októbra október lokakuuta oktoober oktobris spalio ekim octombrie οκτωβρίου οκτ tetor أكتوبر اکتبر אוקטובר अक्टूबर ตุลาคม',
  'november nov novembre noviembre novembro ноября листопада ноември новембра studenoga studenog novembra listopada listopadu marraskuuta novembris lapkričio kasım noiembrie νοεμβρίου νοε nëntor نوفمبر نوامبر נובמבר नवंबर नवम्बर พฤศจิกายน nopember',
  'december dec dezember dez décembre déc diciembre dicembre dezembro desember декабря грудня декември децембра prosinca decembra grudnia prosince joulukuuta detsember decembris gruodžio aralık decembrie δεκεμβρίου δεκ dhjetor ديسمبر دسامبر דצמבר दिसंबर दिसम्बर ธันวาคม',
].map((names) => names.split(' '));
