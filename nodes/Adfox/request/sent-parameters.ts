import type { NameAndValue } from '../../../connector/client';
import type { Observe } from '../../../connector/events';
import { asObject, parseJson } from '../../shared/parameters/json';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { shown } from '../../shared/parameters/shown';
import type { Parameters } from '../../shared/parameters/parameters';
import { parseIds } from '../../shared/parameters/value-list';
import { pathOf, type Navigation } from '../api';
import { findMethod } from '../catalogue/find';
import { customPairs, isOwnName, textPairs } from '../objects/sent-values';

const EXAMPLE =
	'Use an object such as {"name": "Spring", "status": 0}, or a list of {"name": ..., "value": ...}.';

/** What a file may be sent by instead (sheet 2.7). */
const LINK = 'URL';

/**
 * The parameters of any method: JSON, an object or `[{name, value}]`, where names may repeat. Those that the node sets
 * itself are left out, with a hint.
 *
 * @throws {ParameterError} no JSON, or neither of the two; a list for a parameter that takes none; a method that takes a
 *   file
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
				Array.isArray(value) ? listPairs(navigation, name, value) : textPairs(name, value),
			);
	const sent = all.filter(([name]) => !isOwnName(name));
	refuseFiles(navigation, new Set(sent.map(([name]) => name)));
	const own = all.filter(([name]) => isOwnName(name)).map(([name]) => `\`${name}\``);
	if (own.length > 0)
		observe({
			type: 'remark',
			text: `The node sets ${own.join(', ')} itself, so what Parameters says is left out.`,
		});
	return sent;
}

/** What the parameter of a file says would be taken for the file itself, and the success would be none (trap 18). */
function refuseFiles(navigation: Navigation, names: ReadonlySet<string>): void {
	const parameters = findMethod(navigation)?.parameters ?? [];
	const file = parameters.find(({ type }) => type === 'file');
	const byLink = parameters.some(({ name }) => name === LINK);
	if (file === undefined || (byLink && names.has(LINK) && !names.has(file.name))) return;
	throw new ParameterError(
		'Parameters',
		`${pathOf(navigation)} takes ${file.name} as a file, and this node can send text only; the name of a file is not the file.`,
		byLink
			? `Send a link to the file as ${LINK} instead, or upload the file in ADFOX.`
			: 'Upload the file in ADFOX.',
	);
}

/** Only names with brackets may repeat; lists of IDs are one value (sheet 2.5). Unknown names are the user's affair. */
function listPairs(navigation: Navigation, name: string, list: readonly unknown[]): NameAndValue[] {
	const known = findMethod(navigation)?.parameters.find((parameter) => parameter.name === name);
	if (known === undefined || name.endsWith('[]')) return textPairs(name, list);
	const ids = known.type === 'ids' ? parseIds(list, name) : [];
	if (ids.length > 0) return [[name, ids.join(',')]];
	throw new ParameterError(
		'Parameters',
		known.type === 'ids'
			? `The list ${name} in Parameters is empty.`
			: `${name} in Parameters is a list, but ADFOX takes one value there.`,
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
