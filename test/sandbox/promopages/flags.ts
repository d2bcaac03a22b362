import type { PromoPagesOptions } from './options';

/** Booleans as they are sent: a true one always, others as the option says (3.1, conclusion). */
export function flags<Name extends string>(
	values: Readonly<Record<Name, boolean>>,
	falseFlags: PromoPagesOptions['falseFlags'],
): Partial<Record<Name, boolean | null>> {
	const sent: Partial<Record<Name, boolean | null>> = {};
	for (const name of Object.keys(values) as Name[]) {
		if (values[name]) sent[name] = true;
		else if (falseFlags !== 'omitted') sent[name] = falseFlags === 'null' ? null : false;
	}
	return sent;
}
