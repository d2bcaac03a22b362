import { joined, quoted } from '../../../connector/client';
import { ResponseInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import { mapInTurns, type Page, type Row, type Turns } from '../../../connector/rows';
import { asNumber } from '../../shared/parameters/simplify';
import { idNumber } from '../objects/numbers';
import { taskError, type ResultAnswer, type TaskAnswer } from '../schemas';

/**
 * @returns undefined while the task runs
 * @throws {ConnectorError} it ended without a result; a loop that waits for SUCCESS alone would never end (sheet 7.4)
 */
export function isFinished({ status, error }: TaskAnswer, id: string): true | undefined {
	switch (status) {
		case 'PENDING':
		case 'RUNNING':
			return undefined;
		case 'SUCCESS':
			return true;
		case 'FAILURE': {
			throw new TemporarilyUnavailableError(
				`ADFOX could not make report ${id} (FAILURE): ${wordsOf(error) || 'no reason given'}.`,
			);
		}
		case 'EXPIRED':
			throw new TemporarilyUnavailableError(
				`Report ${id} of ADFOX has expired before it could be read (EXPIRED).`,
			);
		default:
			throw new ResponseInvalidError(`Report ${id} of ADFOX is in the unknown state "${status}".`);
	}
}

function wordsOf(error: unknown): string {
	const parsed = taskError.safeParse(error);
	return parsed.success ? joined(...parsed.data) : quoted(error);
}

const NUMERIC = new Set(['integer', 'number']);

/** Of a user it is what users of ADFOX make up themselves, with letters and zeros in front (trap 7.1, 1). */
const ID = /(^|(?<!user)_)id$/;

/**
 * Rows as objects: cells are read through the columns, never by a fixed place (sheet 7.4). Simplified they have the types
 * that the columns name, and IDs are numbers as in lists, whatever the type of their column.
 *
 * @throws {ResponseInvalidError} a row with more or fewer cells than columns, or a column that is there twice
 */
export async function* rowsOf(
	{ columns, rows }: ResultAnswer,
	simplify: boolean,
	turns: Turns,
): AsyncGenerator<Page> {
	if (new Set(columns.map(({ name }) => name)).size < columns.length)
		throw new ResponseInvalidError('The report has a column twice, of which only one could be kept.');
	const read = columns.map((column) => ({ name: column.name, value: simplify ? readerOf(column) : asItIs }));
	const empty = Object.fromEntries(read.map(({ name }) => [name, null]));
	yield* mapInTurns(rows, (cells) => rowOf(read, empty, cells), turns);
}

interface Column {
	readonly name: string;
	readonly value: (cell: unknown) => unknown;
}

/** @param empty a row to copy: one that many columns are put into one by one becomes a dictionary, of five times the size */
function rowOf(columns: readonly Column[], empty: Row, cells: unknown): Row {
	if (!Array.isArray(cells) || cells.length !== columns.length)
		throw new ResponseInvalidError('A row of the report has another number of cells than there are columns.');
	const row: Row = { ...empty };
	for (const [index, { name, value }] of columns.entries()) row[name] = value(cells[index]);
	return row;
}

const asItIs = (cell: unknown) => cell;

function readerOf({ name, type }: ResultAnswer['columns'][number]): Column['value'] {
	if (NUMERIC.has(type ?? '')) return (cell) => asNumber(cell);
	return ID.test(name) ? idNumber : asItIs;
}
