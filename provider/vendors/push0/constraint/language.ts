/** ISO 639-1 codes with the ISO 639-2 codes they are, of its terminological half. */
const TWO_TO_THREE =
  "aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul bi:bis bm:bam bn:ben bo:bod br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:ces cu:chu cv:chv cy:cym da:dan de:deu dv:div dz:dzo ee:ewe el:ell en:eng eo:epo es:spa et:est eu:eus fa:fas ff:ful fi:fin fj:fij fo:fao fr:fra fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat hu:hun hy:hye hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl it:ita iu:iku ja:jpn jv:jav ka:kat kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri mk:mkd ml:mal mn:mon mr:mar ms:msa mt:mlt my:mya na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld nn:nno no:nor nr:nbl nv:nav ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:ron ru:rus rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin sk:slk sl:slv sm:smo sn:sna so:som sq:sqi sr:srp ss:ssw st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:zho zu:zul";

/** The 20 languages that ISO 639-2 has two codes for: the bibliographical one, and the terminological one. */
const BIBLIOGRAPHICAL =
  "alb:sqi arm:hye baq:eus bur:mya chi:zho cze:ces dut:nld fre:fra geo:kat ger:deu gre:ell ice:isl mac:mkd mao:mri may:msa per:fas rum:ron slo:slk tib:bod wel:cym";

const pairs = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table.split(" ").map((pair) => {
      const [from = "", to = ""] = pair.split(":");
      return [from, to];
    }),
  );

const threeOf = pairs(TWO_TO_THREE);
const terminological = pairs(BIBLIOGRAPHICAL);

const THREE_LETTERS = /^[a-z]{3}$/;

/** Why `code` has not the form of a language code at Push0, and what to write instead; nothing when it has. */
export const languageProblem = (code: string): string | undefined => {
  if (THREE_LETTERS.test(code)) return undefined;
  const lower = code.toLowerCase();
  const meant = THREE_LETTERS.test(lower) ? lower : threeOf.get(lower.split(/[-_]/)[0] ?? "");
  const instead = meant === undefined ? 'for example "eng" or "pol"' : `write "${meant}"`;
  return `must be an ISO 639-2 language code, three letters in lower case: ${instead}`;
};

/**
 * The other code of the same language, where `code` is the bibliographical one. Devices report the terminological one
 * (`Locale.getISO3Language` on Android); which one Push0 keeps is not documented.
 */
export const otherCode = (code: string): string | undefined => terminological.get(code);
