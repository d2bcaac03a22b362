import type { NameAndValue } from '../../../connector/client';
import type { Observe } from '../../../connector/events';
import { asObject, parseJson } from '../../shared/parameters/json';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { shown } from '../../shared/parameters/shown';
import type { Parameters } from '../../shared/parameters/parameters';
import { parseIds } from '../../shared/parameters/value-list';
import type { Navigation } from '../api';
import { findMethod } from '../catalogue/find';
import { customPairs, isOwnName, textPairs } from '../objects/sent-values';

const EXAMPLE =
	'Use an object such as {"name": "Spring", "status": 0}, or a list of {"name": ..., "value": ...}.';

/**
 * The parameters of any method: JSON, an object or `[{name, value}]`, where names may repeat. Those that the node sets
 * itself are left out, with a hint.
 *
 * @throws {ParameterError} no JSON, or neither of the two; a list for a parameter that takes none
 */
export function readSentParameters(
	parameters: Parameters,
	navigation: Navigation,
	observe: Observe,
): NameAndValue[] {
	const given = readJson(parameters.value('parameters'));
	const all = Array.isArray(given)
		? customPairs(given, 'Parameters')
		: Object.entries(asObject(given)).flatMap(([name, value]) =>
				Array.isArray(value)
					? listPairs(navigation, name, value)
					: textPairs(name, value, inParameters(name)),
			);
	const sent = all.filter(([name]) => !isOwnName(name));
	const own = all.filter(([name]) => isOwnName(name)).map(([name]) => `\`${name}\``);
	if (own.length > 0)
		observe({
			type: 'remark',
			text: `The node sets ${own.join(', ')} itself, so what Parameters says is left out.`,
		});
	return sent;
}

const inParameters = (name: string) => `${name} in Parameters`;

/** Only names with brackets may repeat; lists of IDs are one value (sheet 2.5). Unknown names are the user's affair. */
function listPairs(navigation: Navigation, name: string, list: readonly unknown[]): NameAndValue[] {
	const known = findMethod(navigation)?.parameters.find((parameter) => parameter.name === name);
	if (known === undefined || name.endsWith('[]')) return textPairs(name, list, inParameters(name));
	const ids = known.type === 'ids' ? parseIds(list, name) : [];
	if (ids.length > 0) return [[name, ids.join(',')]];
	throw new ParameterError(
		'Parameters',
		known.type === 'ids'
			? `The list ${inParameters(name)} is empty.`
			: `${inParameters(name)} is a list, but ADFOX takes one value there.`,
		known.type === 'ids' ? 'Enter IDs, or leave the parameter out.' : 'Enter one value.',
	);
}

function readJson(value: unknown): unknown {
	const parsed = parseJson(value, 'Parameters', EXAMPLE) ?? {};
	if (typeof parsed === 'object') return parsed;
	throw new ParameterError(
		'Parameters',
		`Parameters is ${shown(value)}, which is no JSON object or list.`,
		EXAMPLE,
	);
}
