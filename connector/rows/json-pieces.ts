/** A text up to this length is parsed at once, which takes some 20 ms; in pieces it would take a fifth more in all. */
const WHOLE_LENGTH = 5_000_000;

/** Characters that are parsed at a time, some milliseconds of work. */
const PIECE_LENGTH = 1_000_000;

/** Tries to find the end of a row before the text is given up as one of another form; each costs a piece's work. */
const MAX_WRONG_ENDS = 5;

/** Stands for the rows while the text around them is parsed. */
const ROWS = 'rows';

/**
 * As `JSON.parse`, but a long text that is rows in an envelope (`{"data":[{...},{...}],...}`) is parsed in pieces of
 * whole rows, and the event loop is free in between. Any other text is parsed at once.
 *
 * Where a row ends is guessed by its `},{`. A wrong guess, inside of a string or of a nested list, leaves a piece with
 * an open end, which is no JSON; so pieces that all parse were cut at the right places.
 *
 * @throws {SyntaxError} the text is no JSON
 */
export async function parseJson(text: string): Promise<unknown> {
	if (text.length <= WHOLE_LENGTH) return JSON.parse(text) as unknown;
	return (await parseRows(text)) ?? (JSON.parse(text) as unknown);
}

/** @returns undefined for a text of another form */
async function parseRows(text: string): Promise<object | undefined> {
	const start = text.indexOf('[{') + 1;
	const end = text.lastIndexOf('}]') + 1;
	if (start === 0 || end < start) return undefined;
	const rows: unknown[] = [];
	const whole = parsed(`${text.slice(0, start)}"${ROWS}"${text.slice(end)}`);
	const complete = envelopeOf(whole, rows);
	if (complete === undefined) return undefined;
	let wrongEnds = 0;
	let position = start;
	let wanted = PIECE_LENGTH;
	while (position < end) {
		const boundary = text.indexOf('},{', position + wanted) + 1;
		const cut = boundary === 0 || boundary > end ? end : boundary;
		const piece = parsed(`[${text.slice(position, cut)}]`) as unknown[] | undefined;
		if (piece !== undefined) {
			for (const row of piece) rows.push(row);
			position = cut + 1;
			wanted = PIECE_LENGTH;
		} else if (cut === end || ++wrongEnds > MAX_WRONG_ENDS) return undefined;
		else wanted = cut - position;
		await new Promise((resolve) => setImmediate(resolve));
	}
	return complete;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** The envelope with `rows` in the place of {@link ROWS}; undefined when it is not the only thing that could be meant. */
function envelopeOf(whole: unknown, rows: unknown[]): object | undefined {
	if (typeof whole !== 'object' || whole === null) return undefined;
	if (isPlace(whole)) return rows;
	const places = Object.entries(whole).filter(([, value]) => isPlace(value));
	const [place] = places;
	return place === undefined || places.length > 1 ? undefined : { ...whole, [place[0]]: rows };
}

function isPlace(value: unknown): boolean {
	return Array.isArray(value) && value.length === 1 && value[0] === ROWS;
}
