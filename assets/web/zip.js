// A zip of files that are compressed already (APPNOTE 6.3, stored, names in UTF-8).

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc(bytes) {
  let c = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) c = table[(c ^ bytes[i]) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

export class Zip {
  parts = [];
  central = [];
  taken = new Set();
  size = 0;
  time = new Date();

  // add puts a file into the zip; a name that is there already gets a number.
  async add(folder, name, blob) {
    const dot = /(\.kepub)?\.[^.]+$/i.exec(name)?.index ?? name.length;
    let path = folder + name;
    for (let n = 2; this.taken.has(path.toLowerCase()); n++) path = `${folder}${name.slice(0, dot)} (${n})${name.slice(dot)}`;
    this.taken.add(path.toLowerCase());
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const encoded = new TextEncoder().encode(path);
    const t = this.time;
    const head = new DataView(new ArrayBuffer(26)); // what both headers share
    head.setUint16(0, 20, true); // version needed
    head.setUint16(2, 0x800, true); // names in UTF-8
    head.setUint16(6, (t.getHours() << 11) | (t.getMinutes() << 5) | (t.getSeconds() >> 1), true);
    head.setUint16(8, (Math.max(t.getFullYear() - 1980, 0) << 9) | ((t.getMonth() + 1) << 5) | t.getDate(), true);
    head.setUint32(10, crc(bytes), true);
    head.setUint32(14, bytes.length, true);
    head.setUint32(18, bytes.length, true);
    head.setUint16(22, encoded.length, true);
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, this.size, true);
    this.central.push(new Uint8Array([0x50, 0x4b, 1, 2, 20, 0]), head.buffer, tail.buffer, encoded);
    this.parts.push(new Uint8Array([0x50, 0x4b, 3, 4]), head.buffer, encoded, new Blob([bytes]));
    this.size += 4 + 26 + encoded.length + bytes.length;
  }

  blob() {
    const files = this.taken.size;
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(8, files, true);
    end.setUint16(10, files, true);
    end.setUint32(12, this.central.reduce((sum, p) => sum + p.byteLength, 0), true);
    end.setUint32(16, this.size, true);
    return new Blob([...this.parts, ...this.central, end.buffer], { type: 'application/zip' });
  }
}
