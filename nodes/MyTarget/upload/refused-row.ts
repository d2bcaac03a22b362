import type { Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import type { RefusedLine } from './lines';
import { source } from './source';

/**
 * A line that was refused, as a row. Beside it is the input item that it came from, so that a node behind this one can
 * look the person up.
 *
 * @param id of the list that it should have been in
 */
export function refusedRow(
	run: Pick<Run<unknown>, 'parameters' | 'inputs' | 'beside'>,
	id: unknown,
	line: RefusedLine,
): Row {
	const row = { id, ...line };
	const place = line.line_number;
	if (source.read(run.parameters) === 'items' && typeof place === 'number' && place <= run.inputs.length)
		run.beside(row, { pairedItem: { item: place - 1 } });
	return row;
}
