/** A state as texts name it. Leaders are not listed: they change, and the text names them. */
export interface StateNames {
  /** "North Korea" */
  readonly name: string;
  /** The capital, which speaks for the state: "Pyongyang". */
  readonly capital: string;
  /** Adjectives and words for its people: "North Korean". A plural "s" is understood. */
  readonly adjectives: readonly string[];
  /** Further names: "DPRK". */
  readonly others: readonly string[];
}

/** One a line: name; capital; adjectives and demonyms; other names. */
const TABLE = `
Afghanistan;Kabul;Afghan
Albania;Tirana;Albanian
Algeria;Algiers;Algerian
Andorra;Andorra la Vella;Andorran
Angola;Luanda;Angolan
Antigua and Barbuda;St John's;Antiguan
Argentina;Buenos Aires;Argentine,Argentinian
Armenia;Yerevan;Armenian
Australia;Canberra;Australian
Austria;Vienna;Austrian
Azerbaijan;Baku;Azerbaijani,Azeri
Bahamas;Nassau;Bahamian
Bahrain;Manama;Bahraini
Bangladesh;Dhaka;Bangladeshi
Barbados;Bridgetown;Barbadian
Belarus;Minsk;Belarusian
Belgium;;Belgian
Belize;Belmopan;Belizean
Benin;Porto-Novo;Beninese
Bhutan;Thimphu;Bhutanese
Bolivia;La Paz;Bolivian
Bosnia and Herzegovina;Sarajevo;Bosnian;Bosnia
Botswana;Gaborone;Botswanan
Brazil;Brasilia;Brazilian;Brasília
Brunei;Bandar Seri Begawan;Bruneian
Bulgaria;Sofia;Bulgarian
Burkina Faso;Ouagadougou;Burkinabe
Burundi;Gitega;Burundian
Cambodia;Phnom Penh;Cambodian
Cameroon;Yaoundé;Cameroonian
Canada;Ottawa;Canadian
Cape Verde;Praia;Cape Verdean
Central African Republic;Bangui;Central African
Chad;N'Djamena;Chadian
Chile;Santiago;Chilean
China;Beijing;Chinese;PRC,Peking
Colombia;Bogotá;Colombian;Bogota
Comoros;Moroni;Comorian
Congo;Kinshasa;Congolese;DRC,Democratic Republic of Congo,Democratic Republic of the Congo
Republic of the Congo;Brazzaville;;Congo-Brazzaville,Congo Republic,Republic of Congo
Costa Rica;San José;Costa Rican
Croatia;Zagreb;Croatian,Croat
Cuba;Havana;Cuban
Cyprus;Nicosia;Cypriot
Czech Republic;Prague;Czech;Czechia
Denmark;Copenhagen;Danish,Dane
Djibouti;;Djiboutian
Dominica;Roseau;
Dominican Republic;Santo Domingo;Dominican
East Timor;Dili;Timorese;Timor-Leste
Ecuador;Quito;Ecuadorian
Egypt;Cairo;Egyptian
El Salvador;San Salvador;Salvadoran
Equatorial Guinea;Malabo;Equatoguinean
Eritrea;Asmara;Eritrean
Estonia;Tallinn;Estonian
Eswatini;Mbabane;Swazi
Ethiopia;Addis Ababa;Ethiopian
Fiji;Suva;Fijian
Finland;Helsinki;Finnish,Finn
France;Paris;French
Gabon;Libreville;Gabonese
Gambia;Banjul;Gambian
Georgia;Tbilisi;Georgian
Germany;Berlin;German
Ghana;Accra;Ghanaian
Greece;Athens;Greek
Grenada;St George's;Grenadian
Guatemala;;Guatemalan
Guinea;Conakry;Guinean
Guinea-Bissau;Bissau;
Guyana;Georgetown;Guyanese
Haiti;Port-au-Prince;Haitian
Honduras;Tegucigalpa;Honduran
Hungary;Budapest;Hungarian
Iceland;Reykjavik;Icelandic,Icelander
India;New Delhi;Indian;Delhi
Indonesia;Jakarta;Indonesian
Iran;Tehran;Iranian;Teheran
Iraq;Baghdad;Iraqi
Ireland;Dublin;Irish
Israel;;Israeli;Tel Aviv
Italy;Rome;Italian
Ivory Coast;Yamoussoukro;Ivorian
Jamaica;Kingston;Jamaican
Japan;Tokyo;Japanese
Jordan;Amman;Jordanian
Kazakhstan;Astana;Kazakh
Kenya;Nairobi;Kenyan
Kiribati;Tarawa;
Kosovo;Pristina;Kosovar
Kuwait;;Kuwaiti
Kyrgyzstan;Bishkek;Kyrgyz
Laos;Vientiane;Laotian,Lao
Latvia;Riga;Latvian
Lebanon;Beirut;Lebanese
Lesotho;Maseru;Basotho
Liberia;Monrovia;Liberian
Libya;Tripoli;Libyan
Liechtenstein;Vaduz;
Lithuania;Vilnius;Lithuanian
Luxembourg;;Luxembourger
Madagascar;Antananarivo;Malagasy
Malawi;Lilongwe;Malawian
Malaysia;Kuala Lumpur;Malaysian
Maldives;Malé;Maldivian
Mali;Bamako;Malian
Malta;Valletta;Maltese
Marshall Islands;Majuro;Marshallese
Mauritania;Nouakchott;Mauritanian
Mauritius;Port Louis;Mauritian
Mexico;Mexico City;Mexican
Micronesia;Palikir;Micronesian
Moldova;Chisinau;Moldovan
Monaco;;Monégasque
Mongolia;Ulaanbaatar;Mongolian
Montenegro;Podgorica;Montenegrin
Morocco;Rabat;Moroccan
Mozambique;Maputo;Mozambican
Myanmar;Naypyidaw;Burmese;Burma
Namibia;Windhoek;Namibian
Nauru;Yaren;Nauruan
Nepal;Kathmandu;Nepali,Nepalese
Netherlands;The Hague;Dutch
New Zealand;Wellington;New Zealander
Nicaragua;Managua;Nicaraguan
Niger;Niamey;Nigerien
Nigeria;Abuja;Nigerian
North Korea;Pyongyang;North Korean;DPRK
North Macedonia;Skopje;Macedonian
Norway;Oslo;Norwegian
Oman;Muscat;Omani
Pakistan;Islamabad;Pakistani
Palau;Ngerulmud;Palauan
Palestine;Ramallah;Palestinian
Panama;Panama City;Panamanian
Papua New Guinea;Port Moresby;Papuan
Paraguay;Asunción;Paraguayan
Peru;Lima;Peruvian
Philippines;Manila;Philippine,Filipino
Poland;Warsaw;Polish
Portugal;Lisbon;Portuguese
Qatar;Doha;Qatari
Romania;Bucharest;Romanian
Russia;Moscow;Russian;Kremlin
Rwanda;Kigali;Rwandan
Saint Kitts and Nevis;Basseterre;
Saint Lucia;Castries;Saint Lucian
Saint Vincent and the Grenadines;Kingstown;Vincentian
Samoa;Apia;Samoan
San Marino;;Sammarinese
São Tomé and Príncipe;São Tomé;
Saudi Arabia;Riyadh;Saudi,Saudi Arabian
Senegal;Dakar;Senegalese
Serbia;Belgrade;Serbian,Serb
Seychelles;;Seychellois
Sierra Leone;Freetown;Sierra Leonean
Singapore;;Singaporean
Slovakia;Bratislava;Slovak
Slovenia;Ljubljana;Slovenian,Slovene
Solomon Islands;Honiara;
Somalia;Mogadishu;Somali
South Africa;Pretoria;South African
South Korea;Seoul;South Korean;ROK
South Sudan;Juba;South Sudanese
Spain;Madrid;Spanish,Spaniard
Sri Lanka;Colombo;Sri Lankan
Sudan;Khartoum;Sudanese
Suriname;Paramaribo;Surinamese
Sweden;Stockholm;Swedish,Swede
Switzerland;Bern;Swiss
Syria;Damascus;Syrian
Taiwan;Taipei;Taiwanese
Tajikistan;Dushanbe;Tajik
Tanzania;Dodoma;Tanzanian
Thailand;Bangkok;Thai
Togo;Lomé;Togolese
Tonga;Nuku'alofa;Tongan
Trinidad and Tobago;Port of Spain;Trinidadian
Tunisia;Tunis;Tunisian
Turkey;Ankara;Turkish,Turk;Türkiye
Turkmenistan;Ashgabat;Turkmen
Tuvalu;Funafuti;Tuvaluan
Uganda;Kampala;Ugandan
Ukraine;Kyiv;Ukrainian;Kiev
United Arab Emirates;Abu Dhabi;Emirati;UAE
United Kingdom;London;British,Briton;UK,Britain,Great Britain,Downing Street
United States;Washington;American;US,USA,U.S.,United States of America,America,White House,Pentagon
Uruguay;Montevideo;Uruguayan
Uzbekistan;Tashkent;Uzbek
Vanuatu;Port Vila;
Vatican;;;Holy See
Venezuela;Caracas;Venezuelan
Vietnam;Hanoi;Vietnamese
Yemen;Sanaa;Yemeni;Sana'a
Zambia;Lusaka;Zambian
Zimbabwe;Harare;Zimbabwean
European Union;Brussels;;EU
United Nations;;;UN,U.N.
`;

export const STATES: readonly StateNames[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [name, capital, adjectives = '', others = ''] = line.split(';');
    return {
      name,
      capital,
      adjectives: adjectives.split(',').filter(Boolean),
      others: others.split(',').filter(Boolean),
    };
  });

/** What else a state is called, given one of its names: its capital, adjectives, people; nothing for others. */
export function namesOfState(name: string): readonly string[] {
  for (const { name: own, capital, adjectives, others } of STATES) {
    const all = [own, capital, ...adjectives, ...others].filter(Boolean);
    if (all.includes(name)) return all;
  }
  return [];
}
