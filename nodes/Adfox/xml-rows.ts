import { ResponseInvalidError } from '../../connector/errors';
import { readXml } from '../../connector/rows';

/** The children of an element under their names. */
export interface XmlFields {
	readonly [name: string]: XmlValue;
}

/** What an element holds: text as it stands there ('' for an empty element), fields, or numbered rows. */
export type XmlValue = string | XmlFields | readonly XmlValue[];

/** An answer in XML; all values are text as it stands there, '' for an empty element. */
export interface XmlAnswer {
	/** What the platform says about the request: a code, and a message or an error. */
	readonly status: XmlFields;
	/**
	 * What `result` holds beside the rows: counters, links, single values, and `data` where it holds fields and no rows.
	 * Empty where there is no `result`.
	 */
	readonly result: XmlFields;
	/**
	 * The rows below `result/data` by their numbers; undefined where there is no `data` or one without rows, empty where
	 * it is empty.
	 */
	readonly rows: readonly XmlFields[] | undefined;
	/** Values with characters that XML does not allow; they stand there as they were sent. */
	readonly spoilt: readonly SpoiltValues[];
}

export interface SpoiltValues {
	/** Of the object whose values they are, where it has one. */
	readonly id: string | undefined;
	readonly names: readonly string[];
}

/** Numbers that can be compared; longer ones would be rounded. */
const ROW_NAME = /^row\d{1,15}$/;

/**
 * Reads an answer of the form `<response><status/><result>...<data><row0/><row1/>...</data></result></response>`, its
 * parts in any order. Rows come in the order of their numbers; a field that holds numbered rows is an array.
 *
 * @param chunks the body, decompressed, in chunks of any size
 * @throws ResponseInvalidError when the body is anything else; see {@link readXml}
 */
export async function readXmlRows(
	chunks: AsyncIterable<Uint8Array>,
	options: { contentType?: string } = {},
): Promise<XmlAnswer> {
	const spoilt: SpoiltValues[] = [];
	const root = await readXml<XmlFields | readonly XmlValue[]>(
		chunks,
		(children, names) => {
			const id = children.get('ID');
			if (names.length > 0) spoilt.push({ id: typeof id === 'string' ? id : undefined, names });
			return rowsOrFields(children);
		},
		options,
	);
	const { status, result = '' } = fieldsOf(root, 'root element');
	if (status === undefined) throw new ResponseInvalidError('The answer is XML without a status.');
	const answer = fieldsOf(result, 'result');
	const { data, ...fields } = answer;
	const hasRows = data !== undefined && !isTree(data);
	return {
		status: fieldsOf(status, 'status'),
		result: hasRows ? fields : answer,
		rows: hasRows ? rowsOf(data) : undefined,
		spoilt,
	};
}

/** An array in the order of the numbers where all elements are numbered rows. */
function rowsOrFields(children: ReadonlyMap<string, XmlValue>): XmlFields | readonly XmlValue[] {
	for (const name of children.keys()) if (!ROW_NAME.test(name)) return Object.fromEntries(children);
	const numbers = Array.from(children.keys(), (name) => Number(name.slice('row'.length)));
	const values = [...children.values()];
	// They come in their order, and to sort hundreds of thousands all the same would take its time.
	if (numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))) return values;
	return values
		.map((value, index) => ({ number: numbers[index] ?? 0, value }))
		.sort((a, b) => a.number - b.number)
		.map(({ value }) => value);
}

/** Fields without a row among them, such as those of a tree that begins directly below the data part. */
function isTree(data: XmlValue): boolean {
	if (typeof data === 'string' || isArray(data)) return false;
	return !Object.keys(data).some((name) => /^row\d+$/.test(name));
}

/** Zero rows only where the data part is empty: whatever else it holds would get lost. */
function rowsOf(data: XmlValue): XmlFields[] {
	if (isBlank(data)) return [];
	if (!isArray(data))
		throw new ResponseInvalidError('The data part of the XML answer holds something else than rows.');
	return data.map((row) => fieldsOf(row, 'row'));
}

function fieldsOf(value: XmlValue, name: string): XmlFields {
	if (isBlank(value)) return {};
	if (typeof value !== 'string' && !isArray(value)) return value;
	throw new ResponseInvalidError(`The ${name} of the XML answer holds no fields.`);
}

/** Nothing but what XML calls white space. */
function isBlank(value: XmlValue): boolean {
	return typeof value === 'string' && /^[ \t\r\n]*$/.test(value);
}

/** As Array.isArray, which does not know readonly arrays. */
function isArray(value: XmlValue): value is readonly XmlValue[] {
	return Array.isArray(value);
}
