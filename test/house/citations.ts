/**
 * What code cites of the fact sheets in docs/platforms, and what a sheet has to be cited. Both are named alike: `3.4` is a
 * section, `7.1, 5` the fifth entry of the list in it, `trap 19` an entry of the chapter of traps, `T12` a row of a table.
 */
const label = '[TSE][1-9]\\d?';
// No chapter has hundreds of entries: 25.04.2026 is a day.
const reference = `(?:traps? )?(?:${label}|\\d{1,3}(?:\\.\\d{1,3})*)(?![\\w%]|[.:,]\\d)`;
const list = `${reference}(?:(?:,|;| and| to) ${reference})*`;

/** Where a list of references begins. A label in the middle of prose is none: S3 is a kind of storage as well. */
const citations = [
	// "sheet 3.4, T12", "sheet, sections 1 to 4", "traps 3, 4"
	`(?:\\b[Ss]heet,? (?:sections? )?|\\b(?=traps? \\d))(${list})`,
	// "(T12)", "(S13 mixes both)"
	`\\((?=${label})(${list})`,
	// "T12: ...", "7.1, 5: ...", "E2 to E4, ..."
	`^(?=${label}|\\d+\\.\\d)(${list})(?=[:,.] |[.]?$)`,
];

/**
 * "section 5, 2", "those of 3.11", "(3.20, trap 45)": without the word "sheet" a number may be that of an RFC, or any
 * other, unless the file has a sheet of its own.
 */
const citationsOfOwnSheet = [
	`\\b[Ss]ections? (${list})`,
	`\\bof (?=\\d+\\.\\d)(${list})`,
	`\\((?=\\d+\\.\\d)(${list})(?=[),;:])`,
];

/** "7.1, 5; trap 3" gives "7.1", "7.1, 5" and "trap 3". What a number alone counts, the one before it tells. */
function referencesIn(text: string): string[] {
	let section = '';
	let counted: 'sections' | 'entries' | 'traps' = 'sections';
	return [...text.matchAll(/(,?) ?(?:(trap)s? )?([TSE]?)(\d[\d.]*)/g)].map(
		([, comma, trap, letter = '', number = '']) => {
			if (letter !== '') return letter + number;
			if (number.includes('.')) counted = 'sections';
			else if (trap !== undefined) counted = 'traps';
			else if (counted === 'sections' && section !== '' && comma !== '') counted = 'entries';
			if (counted === 'traps') return `trap ${number}`;
			if (counted === 'entries') return `${section}, ${number}`;
			section = number;
			return section;
		},
	);
}

/**
 * @param prose a comment without its signs, or the title of a test
 * @param hasSheet whether the file belongs to a platform, and so to one sheet
 */
export function citationsIn(prose: string, hasSheet: boolean): string[] {
	const patterns = hasSheet ? [...citations, ...citationsOfOwnSheet] : citations;
	const lists = patterns.flatMap((pattern) => [...prose.matchAll(new RegExp(pattern, 'g'))]);
	return [...new Set(lists.flatMap(([, references = '']) => referencesIn(references)))];
}

const comment = String.raw`\/\*[\s\S]*?\*\/|\/\/.*(?:\n[ \t]*\/\/.*)*`;
const text = String.raw`'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\`(?:\\[\s\S]|[^\`\\])*\``;
// Only found so that the quotes in it are not taken for those of a text.
const regularExpression = String.raw`(?<=[(,=:?[]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/`;
const pieces = new RegExp(`(${comment})|(${text})|${regularExpression}`, 'g');
const commentSigns = /^\s*(?:\/\*\*?|\/\/|\*(?!\/))|\*\/$/gm;

/** Comments, and texts of several words, among which are the titles of tests. Each is one line without its signs. */
export function proseOf(source: string): string[] {
	return [...source.matchAll(pieces)]
		.filter(([, inComment, inQuotes = '']) => inComment !== undefined || inQuotes.includes(' '))
		.map(([, inComment, inQuotes = '']) => inComment?.replace(commentSigns, '') ?? inQuotes.slice(1, -1))
		.map((prose) => prose.trim().replace(/\s+/g, ' '));
}

/** What can be cited of a sheet. Traps are cited by number alone where their chapter counts them through. */
export function labelsOf(sheet: string): Set<string> {
	const labels: string[] = [];
	let section = '';
	let isAboutTraps = false;
	for (const line of sheet.split('\n')) {
		const heading = /^(##+) ([\d.]*\d)?/.exec(line);
		const entry = /^(\d+)\. /.exec(line)?.[1];
		const row = new RegExp(`^\\| *(${label}) *\\|`).exec(line)?.[1];
		if (heading !== null) section = heading[2] ?? '';
		if (heading?.[1] === '##') isAboutTraps = /\btraps\b/.test(line);
		if (heading?.[2] !== undefined) labels.push(section);
		if (row !== undefined) labels.push(row);
		if (entry !== undefined && section !== '') labels.push(`${section}, ${entry}`);
		if (entry !== undefined && isAboutTraps) labels.push(`trap ${entry}`);
	}
	const isUnambiguous = (found: string) => labels.indexOf(found) === labels.lastIndexOf(found);
	return new Set(labels.filter((found) => !found.startsWith('trap') || isUnambiguous(found)));
}

/**
 * @param path of the file; the platform in it tells its sheet, and a file of no platform may cite any
 * @param sheets what each has to cite, by the name of the platform
 */
export function wrongCitations(
	path: string,
	source: string,
	sheets: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
	const own = [...sheets].filter(([platform]) => path.toLowerCase().includes(platform));
	const allowed = (own.length > 0 ? own : [...sheets]).flatMap(([, labels]) => [...labels]);
	const cited = proseOf(source).flatMap((prose) => citationsIn(prose, own.length > 0));
	return [...new Set(cited)].filter((citation) => !allowed.includes(citation));
}
