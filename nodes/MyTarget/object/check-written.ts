import type { Row } from '../../../connector/rows';
import { ParameterError } from '../../shared/parameters/parameter-error';
import { adGroup, type ObjectKind } from './kinds';

const PACKAGES = 'Package > Get Many gives the packages with their IDs.';

/** The platform refuses what is incomplete without a word on where it belongs. @throws {ParameterError} @param body its display name */
export function checkNew(kind: ObjectKind, sent: Row, body: string): void {
	const missing = kind.needed.find((name) => isMissing(sent[name]));
	if (missing === 'name')
		throw new ParameterError(
			'Additional Fields',
			`Additional Fields has no Name, and ${kind.each} needs one.`,
			'Choose Name in Additional Fields, and enter one.',
		);
	if (missing !== undefined)
		throw refusal(kind, body, `${body} has no ${missing}, and ${kind.each} needs it.`);
	if (kind.needed.includes('ad_groups')) checkGroups(kind, sent.ad_groups, body);
}

/** @throws {ParameterError} one of the ad groups to create along lacks what each of them needs */
function checkGroups(kind: ObjectKind, groups: unknown, body: string): void {
	if (!Array.isArray(groups))
		throw refusal(kind, body, `ad_groups in ${body} is no list, not even one of a single ad group.`);
	groups.forEach((group: unknown, index) => {
		const given = typeof group === 'object' && group !== null ? (group as Row) : {};
		const missing = adGroup.needed.find((name) => isMissing(given[name]));
		if (missing !== undefined)
			throw refusal(kind, body, `Ad group ${index + 1} of ad_groups in ${body} has no ${missing}.`);
	});
}

function refusal({ example }: ObjectKind, body: string, message: string): ParameterError {
	return new ParameterError(body, message, `Enter for example ${example}. ${PACKAGES}`);
}

function isMissing(value: unknown): boolean {
	return (
		value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
	);
}

/** @throws {ParameterError} what can be sent only with a new object would be refused, or passed over */
export function checkChange({ createOnly, each }: ObjectKind, sent: Row, body: string): void {
	const early = createOnly.find((name) => Object.hasOwn(sent, name));
	if (early === undefined) return;
	throw new ParameterError(
		body,
		`${body} has ${early}, which can only be sent when ${each} is created.`,
		'Use Banner > Create to add a banner, and Banner > Update to change one.',
	);
}
