export type Value = string | number | null | readonly (string | number)[];
export type Row = Record<string, Value>;

/** Makes the value of one field. */
export type Column<Line> = (line: Line) => Value;

/**
 * The requested fields of a line, in the requested order. The known field lists are incomplete (4.2, 4.3), so a name
 * that is not known here is taken for a field without a value.
 */
export function projection<Line>(
	columns: Readonly<Record<string, Column<Line>>>,
	fields: readonly string[],
): (line: Line) => Row {
	const chosen = fields.map((field) => ({
		field,
		column: Object.hasOwn(columns, field) ? columns[field]! : () => null,
	}));
	return (line) => {
		const row: Row = {};
		for (const { field, column } of chosen) row[field] = column(line);
		return row;
	};
}
