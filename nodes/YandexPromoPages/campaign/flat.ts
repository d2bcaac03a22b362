import { isRow, type Row } from '../../../connector/rows';
import type { Campaign } from '../schemas';

/** A campaign without anything nested: its strategy and targeting in columns, its publications as rows of their own level. */
export function flat({ publications: _publications, ...campaign }: Campaign): Row {
	const row: Row = {};
	for (const [name, value] of Object.entries(campaign)) {
		const isOpened = (name === 'strategy' || name === 'targeting') && isRow(value);
		if (!isOpened) row[name] = value;
		else for (const [part, inner] of Object.entries(value)) row[`${name}_${part}`] = listedText(inner);
	}
	return row;
}

/** Lists with commas, regions by their names; what is no list of words stays as it is. */
function listedText(value: unknown): unknown {
	if (!Array.isArray(value)) return value;
	const words = (value as unknown[]).map((entry) => (isRow(entry) ? (entry.name ?? entry.id) : entry));
	const isText = words.every((word) => typeof word === 'string' || typeof word === 'number');
	return isText ? words.join(', ') : value;
}
