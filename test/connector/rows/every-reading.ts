/** Every way to read a line with stray quotes as so many values, by trying all. */
export function everyReading(line: string, count: number): string[][] {
	if (count === 0) return [];
	const readings: string[][] = [];
	for (let end = 0; end <= line.length; end++) {
		if (end < line.length && line[end] !== ',') continue;
		const raw = line.slice(0, end);
		const isValue = raw.startsWith('"') ? raw.length > 1 && raw.endsWith('"') : !raw.includes(',');
		if (!isValue) continue;
		const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
		if (end === line.length) {
			if (count === 1) readings.push([value]);
		} else readings.push(...everyReading(line.slice(end + 1), count - 1).map((rest) => [value, ...rest]));
	}
	return readings;
}
