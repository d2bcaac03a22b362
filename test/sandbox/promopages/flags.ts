/** Booleans as they are sent: true ones, the others are missing (3.1, conclusion). */
export function flags<Name extends string>(
	values: Readonly<Record<Name, boolean>>,
): Partial<Record<Name, true>> {
	const sent: Partial<Record<Name, true>> = {};
	for (const name of Object.keys(values) as Name[]) if (values[name]) sent[name] = true;
	return sent;
}
