import { ResponseInvalidError } from '../errors';
import { readXmlDocument } from './xml-document';
import { isBlank, type XmlFields, type XmlValue } from './xml-tree';

const MAX_BYTES = 64 * 1024 * 1024;

const ROW_NAME = /^row\d+$/;

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
}

/**
 * Reads an answer of the form `<response><status/><result>...<data><row0/><row1/>...</data></result></response>`, its
 * parts in any order. Rows come in the order of their numbers; a field that holds numbered rows is an array.
 *
 * One answer is one page of rows, so it is given as a whole; the memory is bounded by `maxBytes` and by bounds on
 * depth, elements, attributes and single values.
 *
 * @param chunks the body, decompressed, in chunks of any size
 * @param options `contentType`: the header, whose charset goes before that of the XML declaration. `maxBytes`: 64 MB if
 *   not given
 * @throws ResponseInvalidError when the body is anything else; see {@link readXmlDocument}
 */
export async function readXmlRows(
	chunks: AsyncIterable<Uint8Array>,
	options: { contentType?: string; maxBytes?: number } = {},
): Promise<XmlAnswer> {
	const root = await readXmlDocument(chunks, {
		contentType: options.contentType,
		maxBytes: options.maxBytes ?? MAX_BYTES,
	});
	const { status, result = '' } = fieldsOf(root, 'root element');
	if (status === undefined) throw new ResponseInvalidError('The answer is XML without a status.');
	const answer = fieldsOf(result, 'result');
	const { data, ...fields } = answer;
	const hasRows = data !== undefined && !isTree(data);
	return {
		status: fieldsOf(status, 'status'),
		result: hasRows ? fields : answer,
		rows: hasRows ? rowsOf(data) : undefined,
	};
}

/** Fields without a row among them, such as those of a tree that begins directly below the data part. */
function isTree(data: XmlValue): boolean {
	if (typeof data === 'string' || isArray(data)) return false;
	return !Object.keys(data).some((name) => ROW_NAME.test(name));
}

/** Zero rows only where the data part is empty: whatever else it holds would get lost. */
function rowsOf(data: XmlValue): XmlFields[] {
	if (typeof data === 'string' && isBlank(data)) return [];
	if (!isArray(data))
		throw new ResponseInvalidError('The data part of the XML answer holds something else than rows.');
	return data.map((row) => fieldsOf(row, 'row'));
}

function fieldsOf(value: XmlValue, name: string): XmlFields {
	if (typeof value === 'string' && isBlank(value)) return {};
	if (typeof value !== 'string' && !isArray(value)) return value;
	throw new ResponseInvalidError(`The ${name} of the XML answer holds no fields.`);
}

/** As Array.isArray, which does not know readonly arrays. */
function isArray(value: XmlValue): value is readonly XmlValue[] {
	return Array.isArray(value);
}
