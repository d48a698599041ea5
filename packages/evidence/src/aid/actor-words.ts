/** Words by which the actors of a text are known. */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u));

/** Offices and titles: what follows is a person. Matched in lower case, the last word first. */
export const TITLES = list(`
  president premier chancellor minister secretary admiral general colonel major captain marshal chairman chairwoman
  chair director ambassador envoy mediator senator governor mayor king queen prince princess emir sultan pope
  archbishop judge justice commissioner commander leader head chief mr mrs ms dr prof sir lord lady spokesman
  spokeswoman spokesperson convener negotiator delegate representative congressman congresswoman deputy vice prime
  foreign defence defense finance interior labour labor trade energy agriculture fisheries environment economy former
  acting incoming outgoing opposition executive editor analyst professor sheikh ayatollah comrade brigadier
  lieutenant sergeant commodore president-elect state`);

/** Titles that stand at the head of a state, so that the person speaks for the state named before. */
export const STATE_OFFICE =
  /\b(?:head|president|premier|chancellor|minister|king|queen|emir|sultan|ambassador|secretary of state|head of state|foreign secretary|admiral|general|leader|negotiator|envoy)\b/iu;

/** Offices so high that the person speaks for the state the paragraph tells of. */
export const HEAD_OF_STATE =
  /\b(?:president|premier|chancellor|king|queen|emir|sultan|(?:prime|foreign|defence|defense) minister)\b[^,.;]*$/iu;

/** A capitalised name that ends in one of these is an organisation. */
export const BODIES = list(`
  Union Unions Commission Council Ministry Bank Federation Party Front Movement Committee Agency Authority Company
  Corporation Group Association Fund Partners Army Navy Congress Parliament Senate Assembly Court Office Organisation
  Organization Alliance League Forum Board Department Command Forces Guard Guards Yards Ltd Inc Energy Brigade
  Brigades Battalion Institute Foundation Trust Society Chamber Coalition Government Administration Regime Cabinet
  Confederation Syndicate Cooperative Industries Holdings Lines Shipping Steel Oil Gas Power Rail Airways Motors
  Mission Secretariat Tribunal Community Nations Democrats Republicans Liberals Conservatives Greens Socialists
  Farmers Fishermen Workers Militia Panel Elders Brotherhood Resistance Police Service Treasury Bureau University
  College Airlines Hospital Exchange Inspectorate Directorate Club Church Synod Caucus Lobby Nation Brewery Breweries
  Transit Railways Railway Logistics Capital Beverages Foods Pharma Pharmaceuticals Telecom Media Broadcasting Systems
  Technologies International Enterprises Mills Mines Mining Metals Chemicals Cement Timber Electric Utilities Resources
  Petroleum Insurance Securities Investments Plc PLC SE GmbH Brothers`);

/** A name that a town or county has, and no person. */
export const PLACES =
  /^(?:Port|New|San|Santa|Santo|Saint|St\.?|Fort|Mount|Los|Las|El|Cape|Upper|Lower) \p{Lu}| (?:Falls|Heights|City|Town|County|Springs|Beach|Hills|Harbour|Harbor|Creek|Junction|Point|Island|Islands)$/u;

/** A district that is a body, where others are stretches of land. */
export const DISTRICT =
  / (?:Irrigation|Water|School|Utility|Conservation|Drainage|Health) District$/u;

/** Of these, the ones that trade: "the company" may stand for them. */
export const TRADERS = list(`
  Bank Company Corporation Group Partners Yards Ltd Inc Energy Industries Holdings Lines Shipping Steel Oil Gas Power
  Rail Airways Motors Airlines Brewery Breweries Transit Railways Railway Logistics Capital Beverages Foods Pharma
  Pharmaceuticals Telecom Media Broadcasting Systems Technologies International Enterprises Mills Mines Mining Metals
  Chemicals Cement Timber Electric Utilities Resources Petroleum Insurance Securities Investments Plc PLC SE GmbH
  Brothers`);

/** A name that ends in one of these is of a place, a text or a time, not of an actor. */
export const NO_ACTORS = list(`
  War Peninsula Sea River Valley Street Policy Treaty Accord Accords House Pact Agreement Summit Strait Gate Act
  Article Gulf Island Islands Day Bay Olympics Gap Ocean Lake Dam Road Bridge Square Protocol Convention Charter
  Declaration Constitution Bill Law Plan Report Index Prize Cup Games East West North South Asia Europe Africa America
  Pacific Atlantic Mediterranean Hall Palace Hotel Airport Port Canal Crisis Revolution Spring Century Age
  It He She They We I You This That These Those There Here What Who Which When Where While Why How If But And Or So Yet
  For Nor Not No Nobody Nothing All Both Each Some Many Most Much Only Even Once Since Until After Before Because As At
  By From In On Of To With Without Under Over Between Then Now Still Also Again Its His Her Their Our My The A An One
  Two Three Four Five Six Seven Eight Nine Ten Neither Either Any Every Other Another Such Instead However Moreover
  Mountains Highlands Coast Cape Province Region District County Memorandum Resolution Chapter Section Deal
  January February March April May June July August September October November December
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Easter Christmas God Internet Korean Siege Korea`);

/** Nouns that make one name with what stands before them: "Belmorian government". */
export const BODY_NOUNS =
  /^(?: (?:ruling|working|governing|armed|military|capitalist|political))? (?:government|administration|regime|ministry|army|navy|military|leadership|class|clique|elite|forces|dictatorship|cabinet|parliament|junta|authorities|embassy|coalition|federation|union)\b/u;

/**
 * Descriptions of a party already named, by what they stand for: a state, or a body whose name has the
 * word in it.
 */
export const DESCRIPTIONS =
  /(?<=\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|own) (?:own )?)((?:(?:defence|defense|foreign|energy|finance|interior|trade|agriculture|labour|fisheries|general|prime|audit|central|ruling|governing|interim|caretaker|opposition|state|junior|larger|smaller|downstream|upstream|northern|southern|local|dismissed|striking|armed) )?(?:government|regime|administration|ministry|president|minister|army|navy|junta|leadership|rebels?|opposition|company|union|party|coalition|bank|commission|council|federation|board|management|operator|firm|employer|carrier|airline|manufacturer|developer|agency|regulator|club|committee|association|university|hospital|bureau|tribe|parliament|cabinet|embassy|fund|court|staff|office|dictatorship|chancellor|envoy|mediator|authorities|movement|front|militia|group|association|alliance|kingdom|workers|farmers|fishermen|dockworkers|fleet owners|stewards|tribes|elders|residents|republic|bloc|secretariat))(?![\p{L}-])/gu;

/** Descriptions that stand for a state where no body of that name is known. */
export const OF_A_STATE =
  /(?:^|\s)(?:government|regime|administration|president|army|navy|junta|leadership|ministry|minister|dictatorship|chancellor|embassy|authorities|kingdom|republic|cabinet)$/u;

/** Descriptions of nobody, where no body is named that they fit. */
export const ONLY_OF_A_NAME =
  /(?:^|\s)(?:operator|firm|employer|carrier|airline|manufacturer|developer|agency|regulator|club|committee|association|university|hospital|bureau|tribe)$/u;

/** Descriptions that stand for a company where no body of that name is known. */
export const OF_A_TRADER =
  /(?:^|\s)(?:company|operator|firm|employer|group|management|board|carrier|airline|manufacturer|developer)$/u;

/** What a name does that can only be done by somebody. */
export const ACTS =
  /^(?:[’']s?)?(?: (?:has|have|had|is|was|will|would|could|may|might|must|cannot|can|does|did|also|again|then))? ?(?:said|says|told|insists?|demands?|wants?|fears?|claims?|argues?|agreed|refused|rejects?|rejected|signed|announced|offered|threatened|promised|warned|accepted|denied|holds|sees|needs|hopes|knows|voted|called|gets|reads|drops|fills|remembers|has|have|will|would)\b/u;
