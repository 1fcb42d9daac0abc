# Trains the reference model observatory/world-clip on the drawn world and exports it: packages/models/assets/world-clip/.
#
#   observatory crepe training-set --pairs 36000 --seed 1 --out training/1    (and again with 2)
#   pip install torch numpy pillow onnx onnxscript onnxruntime tokenizers
#   python scripts/train-world-clip.py train training/1 training/2 --out whole.pt --steps 11410 --decay 2282
#   python scripts/train-world-clip.py train training/1 training/2 --start whole.pt --crops --out world-clip.pt \
#     --steps 2300 --decay 1300 --stop 1500 --rate 0.0007 --threads 2
#   python scripts/train-world-clip.py export world-clip.pt --compare training/1
#
# First on whole pictures, then on crops as benchmarks have them. The same data, seed, options and number of threads give the
# same weights on the same kind of processor. A run with --minutes decides by the clock when the learning rate begins to fall,
# and says with how many --steps it is repeated.
import argparse, collections, hashlib, json, multiprocessing, pathlib, re, time

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import nn

SIDE, WIDTH, CONTEXT, VECTOR = 96, 128, 64, 256
HOME = pathlib.Path(__file__).resolve().parent.parent / "packages/models/assets/world-clip"
PAD, UNKNOWN, END = "[pad]", "[unk]", "[end]"


def words_of(caption):
    return re.findall(r"\w+|[^\w\s]+", caption.lower())


# --- the model ---------------------------------------------------------------------------------------------------------


def convolution(inputs, outputs, kernel, stride, padding):
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU())


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.body = nn.Sequential(convolution(width, width, 3, 1, 1), nn.Conv2d(width, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width))

    def forward(self, x):
        return F.relu(x + self.body(x))


class ImageTower(nn.Module):
    """96 x 96 pixels to 6 x 6 places to one vector; the last layers see every place apart, so they can tell where a thing is."""

    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(
            convolution(3, 32, 8, 4, 2), convolution(32, 64, 3, 2, 1), Residual(64), convolution(64, 160, 3, 2, 1), Residual(160))
        self.places = nn.Sequential(nn.Conv2d(160, 320, 1), nn.ReLU(), nn.Conv2d(320, 40, 1), nn.ReLU())
        self.head = nn.Sequential(nn.Linear(36 * 40, 1024), nn.ReLU(), nn.Linear(1024, VECTOR))

    def forward(self, pixels):
        return self.head(self.places(self.trunk(pixels)).flatten(1))


class Layer(nn.Module):
    def __init__(self, width, heads=4):
        super().__init__()
        self.heads = heads
        self.before, self.between = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 3 * width), nn.Linear(3 * width, width)

    def forward(self, x, bias):
        rows, length, width = x.shape
        q, k, v = self.qkv(self.before(x)).view(rows, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        weights = (q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias).softmax(-1)
        x = x + self.out((weights @ v).transpose(1, 2).reshape(rows, length, width))
        return x + self.down(F.relu(self.up(self.between(x))))


class TextTower(nn.Module):
    def __init__(self, words, layers=2):
        super().__init__()
        self.word, self.place = nn.Embedding(words, WIDTH), nn.Parameter(torch.randn(CONTEXT, WIDTH) * 0.02)
        self.layers = nn.ModuleList(Layer(WIDTH) for _ in range(layers))
        self.norm = nn.LayerNorm(WIDTH)
        self.head = nn.Sequential(nn.Linear(WIDTH, 512), nn.ReLU(), nn.Linear(512, VECTOR))

    def forward(self, ids):  # 0 is the filler
        there = (ids != 0).float()
        x = self.word(ids) + self.place[: ids.shape[1]]
        bias = (there[:, None, None, :] - 1) * 1e4
        for layer in self.layers:
            x = layer(x, bias)
        x = self.norm(x) * there[:, :, None]
        return self.head(x.sum(1) / there.sum(1, keepdim=True))


# --- training ------------------------------------------------------------------------------------------------------------


def load_image(path, box):
    image = Image.open(path).convert("RGB")
    if box is not None:
        image = image.crop((box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]))
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BICUBIC))


def load_set(directory, crops):
    """Rows of captions.jsonl and their images, small: Pillow's bicubic, as the scorer prepares them. Crops are of what the first
    caption speaks of, as in benchmarks; the further captions may speak of more, so they are left out then."""
    directory = pathlib.Path(directory)
    rows = [json.loads(line) for line in open(directory / "captions.jsonl", encoding="utf8")]
    if crops:
        rows = [{**row, "captions": row["captions"][:1]} for row in rows]
    cache = directory / f"{'crops' if crops else 'images'}-{SIDE}.npy"
    if not cache.exists():
        with multiprocessing.Pool() as pool:
            given = [(directory / "images" / row["image"], row["box"] if crops else None) for row in rows]
            np.save(cache, np.stack(pool.starmap(load_image, given, chunksize=500)))
    return rows, np.load(cache)


def to_families(rows):
    families = collections.defaultdict(list)
    for i, row in enumerate(rows):
        families[row["family"]].append(i)
    return [members for members in families.values() if len(members) == 6]


def to_pixels(pixels):
    return (torch.from_numpy(pixels).permute(0, 3, 1, 2).float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)


class Captions:
    def __init__(self, vocabulary):
        self.ids = {word: i for i, word in enumerate(vocabulary)}

    def encode(self, captions, random=None):
        rows = []
        for caption in captions:
            ids = [self.ids.get(word, 1) for word in words_of(caption)][: CONTEXT - 1] + [2]
            # Now and then a word is unknown, so that unknown words mean "something".
            if random is not None:
                ids = [1 if id > 2 and random.random() < 0.01 else id for id in ids]
            rows.append(ids)
        return rows


def run_texts(tower, rows, size=48):
    """Vectors of rows of ids: those of about one length together, so that little is filled up."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    vectors = []
    for start in range(0, len(order), size):
        part = [rows[i] for i in order[start : start + size]]
        length = max(map(len, part))
        vectors.append(tower(torch.tensor([ids + [0] * (length - len(ids)) for ids in part])))
    return torch.cat(vectors)[torch.tensor(np.argsort(order))]


def contrast(image, text, own, masked):
    """Cross entropies of images against captions and back; `own` marks true pairs, `masked` pairs of which nothing is known."""
    logits = (image @ text.T).masked_fill(masked, -1e4)
    of_images = -(logits.log_softmax(1) * own).sum(1) / own.sum(1)
    of_texts = -(logits.log_softmax(0) * own).sum(0) / own.sum(0)
    return (of_images.mean() + of_texts.mean()) / 2


def among_six(image, text):
    """The same within each family: captions and scenes that differ by one edit."""
    logits = torch.einsum("fid,fjd->fij", image.view(-1, 6, VECTOR), text.view(-1, 6, VECTOR))
    wanted = torch.arange(6).expand(len(logits), 6)
    return (F.cross_entropy(logits, wanted) + F.cross_entropy(logits.transpose(1, 2), wanted)) / 2


def kind_of(family):
    return family.rsplit("/", 1)[1].split("-")[0]


def measure(image_tower, text_tower, captions, rows, pixels, families):
    image_tower.eval(), text_tower.eval()
    right = collections.defaultdict(list)
    with torch.no_grad():
        for start in range(0, len(families), 16):
            part = families[start : start + 16]
            members = [i for family in part for i in family]
            image = F.normalize(image_tower(to_pixels(pixels[members])), dim=1).view(-1, 6, VECTOR)
            text = F.normalize(run_texts(text_tower, captions.encode([rows[i]["captions"][0] for i in members])), dim=1).view(-1, 6, VECTOR)
            best = torch.einsum("fid,fjd->fij", image, text).argmax(2)
            for family, found in zip(part, best):
                right[kind_of(rows[family[0]]["family"])].append((found == torch.arange(6)).float().mean().item())
    image_tower.train(), text_tower.train()
    return {kind: round(float(np.mean(values)), 3) for kind, values in sorted(right.items())}


def train(options):
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    sets = [load_set(directory, options.crops) for directory in options.sets]
    rows = [row for part, _ in sets for row in part]
    pixels = np.concatenate([part for _, part in sets])
    families = to_families(rows)
    random.shuffle(families)
    held, families = families[: options.validation], families[options.validation :]
    before = None if options.start is None else torch.load(options.start, weights_only=True)
    vocabulary = before["vocabulary"] if before else [PAD, UNKNOWN, END] + sorted({word for row in rows for caption in row["captions"] for word in words_of(caption)})
    captions = Captions(vocabulary)
    image_tower, text_tower = ImageTower().to(memory_format=torch.channels_last), TextTower(len(vocabulary))
    scale = nn.Parameter(torch.tensor(np.log(before["scale"] if before else 10.0), dtype=torch.float32))
    if before:
        image_tower.load_state_dict(before["image"])
        text_tower.load_state_dict(before["text"])
    parameters = [*image_tower.parameters(), *text_tower.parameters()]
    decayed, plain = [p for p in parameters if p.ndim > 1], [p for p in parameters if p.ndim <= 1] + [scale]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": 0.02}, {"params": plain, "weight_decay": 0}], lr=options.rate, betas=(0.9, 0.98))
    print(f"{len(rows)} images, {len(families)} families, {len(vocabulary)} words, {sum(p.numel() for p in parameters):,} parameters", flush=True)
    start, steps, decay, order, losses = time.time(), options.steps, options.decay, [], []

    def save(step):
        torch.save({"image": image_tower.state_dict(), "text": text_tower.state_dict(), "vocabulary": vocabulary, "scale": scale.exp().item(),
                    "step": step, "steps": steps, "options": vars(options)}, options.out)

    step = 0
    while step < min(steps, options.stop or steps):
        if options.minutes and steps == options.steps and time.time() - start > options.minutes * 60:
            decay = step // 4
            steps = step + decay
            print(f"from here the rate falls: --steps {steps} --decay {decay}", flush=True)
        if len(order) < options.families:
            order = [*random.permutation(len(families))]
        chosen = [families[order.pop()] for _ in range(options.families)]
        members = [i for family in chosen for i in family]
        family = torch.arange(len(chosen)).repeat_interleave(6)
        first = [rows[i]["captions"][0] for i in members]
        further = [(at, rows[i]["captions"][1:]) for at, i in enumerate(members) if len(rows[i]["captions"]) > 1 and random.random() < 0.5]
        owner = torch.tensor([at for at, _ in further], dtype=torch.long)
        tokens = captions.encode(first + [texts[random.integers(len(texts))] for _, texts in further], random)
        with torch.autocast("cpu", torch.bfloat16):
            image = image_tower(to_pixels(pixels[members]))
            text = run_texts(text_tower, tokens)
        image, text = F.normalize(image.float(), dim=1), F.normalize(text.float(), dim=1)
        count = len(members)
        of = torch.cat([torch.arange(count), owner])
        own = of[None, :] == torch.arange(count)[:, None]
        # A further caption may well be true of another scene of the family.
        masked = (family[of][None, :] == family[:, None]) & ~own & (torch.arange(len(of)) >= count)[None, :]
        scaled = image * scale.exp().clamp(max=100)
        loss = contrast(scaled, text, own.float(), masked) + among_six(scaled, text[:count])
        warm, fall = min(1, (step + 1) / 200), min(1, (steps - step) / decay)
        for group in optimizer.param_groups:
            group["lr"] = options.rate * warm * fall
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        losses.append(loss.item())
        step += 1
        if step % 250 == 0 or step == steps:
            found = measure(image_tower, text_tower, captions, rows, pixels, held)
            print(f"{step} {time.time() - start:.0f}s loss {np.mean(losses[-250:]):.3f} scale {scale.exp().item():.1f} {found}", flush=True)
            save(step)


# --- export --------------------------------------------------------------------------------------------------------------


class Normalized(nn.Module):
    def __init__(self, tower):
        super().__init__()
        self.tower = tower

    def forward(self, x):
        return F.normalize(self.tower(x), dim=1)


def load_towers(checkpoint):
    image_tower, text_tower = ImageTower(), TextTower(len(checkpoint["vocabulary"]))
    image_tower.load_state_dict(checkpoint["image"])
    text_tower.load_state_dict(checkpoint["text"])
    return Normalized(image_tower).eval(), Normalized(text_tower).eval()


def to_int8(model):
    """Matrices and kernels as int8 with a scale for each output, made floats again when the graph is loaded: what is computed
    with them is computed in float32, so no vector depends on what else is in its batch."""
    import onnx
    from onnx import helper, numpy_helper

    graph, dequantize = model.graph, []
    uses = collections.defaultdict(list)
    for node in graph.node:
        for at, name in enumerate(node.input):
            uses[name].append((node, at))
    for tensor in list(graph.initializer):
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.ndim < 2 or weights.size < 1024:
            continue
        node, at = uses[tensor.name][0]
        transposed = any(a.name == "transB" and a.i for a in node.attribute)
        axis = weights.ndim - 1 if node.op_type == "MatMul" or (node.op_type == "Gemm" and not transposed) else 0
        others = tuple(i for i in range(weights.ndim) if i != axis)
        scale = np.maximum(np.abs(weights).max(axis=others), 1e-12).astype(np.float32) / 127
        shape = [-1 if i == axis else 1 for i in range(weights.ndim)]
        small = np.clip(np.rint(weights / scale.reshape(shape)), -127, 127).astype(np.int8)
        name = tensor.name
        graph.initializer.remove(tensor)
        graph.initializer.extend([numpy_helper.from_array(small, name + "_int8"), numpy_helper.from_array(scale, name + "_scale")])
        dequantize.append(helper.make_node("DequantizeLinear", [name + "_int8", name + "_scale"], [name], axis=axis))
    for i, node in enumerate(dequantize):
        graph.node.insert(i, node)
    onnx.checker.check_model(model)
    return model


def export_tower(tower, example, names, path):
    import onnx

    batch = torch.export.Dim("rows", min=1, max=1024)
    program = torch.onnx.export(tower, (example,), input_names=names[:1], output_names=names[1:], dynamic_shapes=({0: batch},),
                                opset_version=18, dynamo=True, verbose=False)
    model = program.model_proto
    del model.graph.value_info[:]
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    for part in (*model.graph.input, *model.graph.output, *model.graph.initializer):
        del part.metadata_props[:]
    del model.graph.metadata_props[:]
    del model.metadata_props[:]
    to_int8(model)
    path.write_bytes(model.SerializeToString(deterministic=True))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tokenizer_of(vocabulary):
    """Whole words alone: no piece begins with the mark of a continued word, so every word that is not in the list is unknown."""
    specials = [{"id": vocabulary.index(word), "content": word, "single_word": False, "lstrip": False, "rstrip": False,
                 "normalized": False, "special": True} for word in (PAD, UNKNOWN, END)]
    return {
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": specials,
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Split", "pattern": {"Regex": r"\w+|[^\w\s]+"}, "behavior": "Removed", "invert": True},
        "post_processor": {"type": "TemplateProcessing",
                           "single": [{"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": END, "type_id": 0}}],
                           "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
                           "special_tokens": {END: {"id": END, "ids": [vocabulary.index(END)], "tokens": [END]}}},
        "decoder": None,
        "model": {"type": "WordPiece", "unk_token": UNKNOWN, "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
                  "vocab": {word: i for i, word in enumerate(vocabulary)}},
    }


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf8")


def export(options):
    import onnxruntime

    torch.set_num_threads(1)
    checkpoint = torch.load(options.checkpoint, weights_only=True)
    vocabulary = checkpoint["vocabulary"]
    image_tower, text_tower = load_towers(checkpoint)
    HOME.mkdir(parents=True, exist_ok=True)
    example_ids = torch.randint(1, len(vocabulary), (3, CONTEXT))
    with torch.no_grad():
        hashes = [export_tower(image_tower, torch.rand(3, 3, SIDE, SIDE), ["pixels", "image_embeds"], HOME / "image.onnx"),
                  export_tower(text_tower, example_ids, ["ids", "text_embeds"], HOME / "text.onnx")]
    write_json(HOME / "tokenizer.json", tokenizer_of(vocabulary))
    write_json(HOME / "model.json", {
        "schema": "observatory/dual-encoder@1", "name": "world-clip",
        "image": {"graph": "image.onnx", "sha256": hashes[0], "size": SIDE, "resize": "squash", "interpolation": "bicubic",
                  "mean": [0.5] * 3, "std": [0.5] * 3},
        "text": {"graph": "text.onnx", "sha256": hashes[1], "tokenizer": "tokenizer.json", "contextLength": CONTEXT, "pad": PAD, "clean": "none"},
        "logit": {"scale": round(checkpoint["scale"], 3), "bias": 0},
    })
    if options.compare is not None:
        compare(options.compare, image_tower, text_tower, Captions(vocabulary), onnxruntime)


def compare(directory, image_tower, text_tower, captions, onnxruntime, count=600):
    """How far what was written is from the floats that were trained, on the first rows of a training set, and from other tokens."""
    from tokenizers import Tokenizer

    rows, pixels = load_set(directory, crops=True)
    rows, images = rows[:count], to_pixels(pixels[:count])
    texts = [row["captions"][0] for row in rows]
    ids = captions.encode(texts)
    tokenizer = Tokenizer.from_file(str(HOME / "tokenizer.json"))
    same = sum(tokenizer.encode(text).ids[: CONTEXT - 1] == row[: CONTEXT - 1] for text, row in zip(texts, ids))
    filled = np.array([row + [0] * (CONTEXT - len(row)) for row in ids])
    with torch.no_grad():
        wanted = [image_tower(images).numpy(), text_tower(torch.from_numpy(filled)).numpy()]
    for name, inputs, floats in (("image", images.contiguous().numpy(), wanted[0]), ("text", filled, wanted[1])):
        session = onnxruntime.InferenceSession(str(HOME / f"{name}.onnx"), providers=["CPUExecutionProvider"])
        found = session.run(None, {session.get_inputs()[0].name: inputs})[0]
        cosines = (found * floats).sum(1)
        print(f"{name}: {(HOME / f'{name}.onnx').stat().st_size:,} bytes, cosine to float32 {cosines.mean():.6f}, least {cosines.min():.6f}")
    print(f"tokens: {same} of {len(texts)} captions the same")


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("train")
    one.add_argument("sets", nargs="+")
    one.add_argument("--out", required=True)
    one.add_argument("--steps", type=int, default=100_000)
    one.add_argument("--stop", type=int, help="end at this step, before the rate has fallen to nothing")
    one.add_argument("--decay", type=int, default=1500)
    one.add_argument("--minutes", type=float)
    one.add_argument("--families", type=int, default=10)
    one.add_argument("--validation", type=int, default=300)
    one.add_argument("--rate", type=float, default=1e-3)
    one.add_argument("--start", help="a checkpoint to go on from")
    one.add_argument("--crops", action="store_true", help="train on the crops of the first captions, as in benchmarks")
    one.add_argument("--threads", type=int, default=1)
    one.add_argument("--seed", type=int, default=1)
    one.set_defaults(run=train)
    two = commands.add_parser("export")
    two.add_argument("checkpoint")
    two.add_argument("--compare", metavar="SET", help="a training set to compare what was written with what was trained on")
    two.set_defaults(run=export)
    options = parser.parse_args()
    run = options.__dict__.pop("run")
    run(options)


if __name__ == "__main__":
    main()
