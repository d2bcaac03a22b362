import { joined, quoted } from '../../../connector/client';
import { ResponseInvalidError, TemporarilyUnavailableError } from '../../../connector/errors';
import type { Row } from '../../../connector/rows';
import { asNumber } from '../../shared/parameters/simplify';
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

/**
 * Rows as objects: cells are read through the columns, never by a fixed place (sheet 7.4), and have the types that the
 * columns name.
 *
 * @throws {ResponseInvalidError} a row with more or fewer cells than columns, or a column that is there twice
 */
export function rowsOf({ columns, rows }: ResultAnswer): Row[] {
	if (new Set(columns.map(({ name }) => name)).size < columns.length)
		throw new ResponseInvalidError('The report has a column twice, of which only one could be kept.');
	return rows.map((cells) => {
		if (!Array.isArray(cells) || cells.length !== columns.length)
			throw new ResponseInvalidError(
				'A row of the report has another number of cells than there are columns.',
			);
		const row: Row = {};
		for (const [index, { name, type }] of columns.entries()) row[name] = typed(cells[index], type);
		return row;
	});
}

function typed(cell: unknown, type: string | null | undefined): unknown {
	return NUMERIC.has(type ?? '') ? asNumber(cell) : cell;
}
